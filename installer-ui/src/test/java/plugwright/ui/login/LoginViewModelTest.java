package plugwright.ui.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.form.FieldModel;
import plugwright.ui.form.FieldSpec;
import plugwright.ui.form.FormModel;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.LinkView;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

/** What stands between the user and a station. */
class LoginViewModelTest {

    private final MadeUpStation link = new MadeUpStation();
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final StationModel station = new StationModel(
            MadeUpSite.FIRST,
            link,
            SameThread.door(),
            texts,
            Catalogue.shipped(),
            InstantSource.fixed(MadeUpSite.NOW));
    private final LoginViewModel model = new LoginViewModel(station);

    private LoginViewModel.Stage stage() {
        return model.stage().get();
    }

    @Test
    void asksForThePasswordAgainWhenOneLoggedOut() {
        link.connect();
        link.logIn(MadeUpStation.PASSWORD);
        link.logOut();
        assertThat(stage()).isEqualTo(new LoginViewModel.Stage.Closed(0));
        model.again();
        assertThat(stage()).isEqualTo(new LoginViewModel.Stage.Password(Optional.empty()));
    }

    @Test
    void showsTheCertificateAgainWhenItWasTurnedDown() {
        link.thenLinkIs(new LinkView.NewCertificate("4F:1A"));
        link.connect();
        model.cancel();
        assertThat(stage()).isEqualTo(new LoginViewModel.Stage.Closed(0));
        model.again();
        assertThat(stage()).isEqualTo(new LoginViewModel.Stage.Trust("4F:1A"));
    }

    @Test
    void tellsHowManyEditsAreKeptWhenOneLoggedOutWithSome() {
        FieldModel field = new FieldModel(
                FieldSpec.ampere("power.station-max", station.catalogue().get(Known.STATION_MAX_CURRENT)), texts.formats());
        station.add("power", new FormModel(List.of(field)));
        link.logIn(MadeUpStation.PASSWORD);
        field.input().set("25");
        link.logOut();
        assertThat(stage()).isEqualTo(new LoginViewModel.Stage.Closed(1));
        link.logIn(MadeUpStation.PASSWORD);
        assertThat(field.input().get()).isEqualTo("25");
    }
}
