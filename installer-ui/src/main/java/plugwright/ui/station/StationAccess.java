package plugwright.ui.station;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.ui.form.SaveResult;

/**
 * What the screens need of the one link to a station. Nothing here blocks; listeners are called on any thread, at once
 * with what is known.
 */
public interface StationAccess {

    /** Begins or resumes; the link's state tells what comes of it. */
    void connect();

    /** Hears where the link stands. */
    Subscription onLink(Consumer<LinkView> listener);

    /** Hears how well it goes, about once a second. */
    Subscription onQuality(Consumer<LinkQuality> listener);

    /** Logs in; the outcome is told by the link's state too. */
    CompletableFuture<Outcome<LinkView>> logIn(String password);

    /** Trusts this certificate from now on and goes on. */
    void acceptCertificate(String fingerprint);

    /** Logs out and closes. */
    void logOut();

    /** Reads properties; those the station does not have are missing in the result. */
    CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> read(Collection<PropertyId> ids);

    /** Keeps the old values, writes, reads back. Never fails as a whole: each property has its own result. */
    CompletableFuture<Map<PropertyId, SaveResult>> save(Map<PropertyId, PropertyValue> edits);

    /** Writes back what the last save changed. */
    CompletableFuture<Map<PropertyId, SaveResult>> undo();

    /** Hands a licence key to the station as typed; the station judges it, and reboots when it takes it. */
    CompletableFuture<Outcome<String>> installKey(String key);

    /** Tells the station to reboot. */
    CompletableFuture<Outcome<Boolean>> reboot();
}
