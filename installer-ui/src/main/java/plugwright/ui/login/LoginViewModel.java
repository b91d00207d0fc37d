package plugwright.ui.login;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import plugwright.model.ProblemCode;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;

/** Decides what stands between the user and the station's settings. FX thread only. */
public final class LoginViewModel {

    private final StationModel station;
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Wait("login.connecting", Optional.empty()));

    /** What is asked or said. */
    public sealed interface Stage {

        /**
         * Nothing is under way: logged out, or turned away from the station.
         *
         * @param unsaved edits that are kept until the next log-in
         */
        record Closed(int unsaved) implements Stage {}

        /** Nothing to do but wait. */
        record Wait(String textKey, Optional<String> problem) implements Stage {}

        /** A password is wanted; the problem of the try before, if there was one. */
        record Password(Optional<String> problem) implements Stage {}

        /** This certificate is new: trust it? */
        record Trust(String fingerprint) implements Stage {}

        /** Another certificate than before. */
        record Changed(String fingerprint, String problem) implements Stage {}

        /** Somebody else is in. */
        record Held(String problem, Holder holder, Optional<String> since) implements Stage {}

        /** Does not work just now. */
        record Failed(String problem) implements Stage {}
    }

    /** Whose session keeps us out. */
    public enum Holder {
        SOMEBODY_ELSE,
        /** Of this program, from before a lost connection. */
        OURSELVES
    }

    public LoginViewModel(StationModel station) {
        this.station = station;
        station.link().addListener((property, old, now) -> show(now));
        show(station.link().get());
    }

    private void show(LinkView link) {
        stage.set(
                switch (link) {
                    case LinkView.Closed ignored -> new Stage.Closed(
                            station.unsaved().get());
                    case LinkView.Connecting ignored -> new Stage.Wait("login.connecting", Optional.empty());
                    case LinkView.LoggedIn ignored -> new Stage.Wait("login.done", Optional.empty());
                    case LinkView.Rebooting ignored -> new Stage.Wait("login.rebooting", Optional.empty());
                    case LinkView.NewCertificate(String fingerprint) -> new Stage.Trust(fingerprint);
                    case LinkView.ChangedCertificate(String fingerprint, var problem) ->
                        new Stage.Changed(fingerprint, station.texts().problem(problem));
                    case LinkView.LoggedOut(var problem) ->
                        new Stage.Password(problem.map(station.texts()::problem));
                    case LinkView.HeldByOther(var problem, var since) -> new Stage.Held(
                            station.texts().problem(problem),
                            problem.code() == ProblemCode.OUR_EARLIER_SESSION_OPEN ? Holder.OURSELVES : Holder.SOMEBODY_ELSE,
                            since.map(station.texts().formats()::timeOfDay));
                    case LinkView.Lost(var problem) -> new Stage.Failed(station.texts().problem(problem));
                });
        if (link.isLoggedIn()) {
            password.set("");
        }
    }

    /** Logs in with what was typed. */
    public void logIn() {
        if (!password.get().isEmpty()) {
            String typed = password.get();
            stage.set(new Stage.Wait("login.logging-in", Optional.empty()));
            station.door().deliver(station.access().logIn(typed), outcome -> show(station.link().get()));
        }
    }

    /** Trusts the certificate that is shown. */
    public void accept() {
        switch (stage.get()) {
            case Stage.Trust(String fingerprint) -> station.access().acceptCertificate(fingerprint);
            case Stage.Changed(String fingerprint, String problem) ->
                station.access().acceptCertificate(fingerprint);
            default -> {}
        }
    }

    /** Begins, or tries again what did not work. */
    public void again() {
        station.access().connect();
    }

    /** Turns away from this station. */
    public void cancel() {
        station.access().logOut();
    }

    public StringProperty password() {
        return password;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /** Which station, as printed on it. */
    public String serial() {
        return station.id().serial();
    }
}
