package plugwright.ui.station;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Outcome;
import plugwright.session.Course;
import plugwright.settings.Edit;
import plugwright.settings.KeyInstallation;
import plugwright.settings.SaveResult;

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

    /** Reads live values: gives way to all that the user does. */
    CompletableFuture<Outcome<Map<PropertyId, PropertyValue>>> poll(Collection<PropertyId> ids);

    /**
     * A page of the station's log, oldest line first.
     *
     * @param offset lines back from the newest
     */
    CompletableFuture<Outcome<List<String>>> log(int offset);

    /** Keeps the old values, writes, reads back. A failure means that nothing was written. */
    CompletableFuture<Outcome<SaveResult>> save(List<Edit> edits, Course course);

    /** Writes back what the last save changed. */
    CompletableFuture<Outcome<SaveResult>> undo(Course course);

    /**
     * Hands a licence key to the station as typed; the station judges it. When it takes the key it reboots, which the
     * link's state tells at once; the outcome comes when it is back.
     */
    CompletableFuture<Outcome<KeyInstallation.Unlocked>> installKey(String key, Course course);

    /**
     * Has the station reboot and waits until it is back and logged in.
     *
     * @return its boot counter afterwards
     */
    CompletableFuture<Outcome<Long>> reboot(Course course);
}
