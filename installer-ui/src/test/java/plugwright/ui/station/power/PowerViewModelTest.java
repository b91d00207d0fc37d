package plugwright.ui.station.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.ui.app.MadeUpSite;
import plugwright.ui.app.MadeUpStation;
import plugwright.ui.gallery.SameThread;
import plugwright.ui.station.StationModel;
import plugwright.ui.text.Texts;

class PowerViewModelTest {

    private static PowerViewModel opened(MadeUpStation station) {
        station.logIn(MadeUpStation.PASSWORD);
        return new PowerViewModel(new StationModel(
                MadeUpSite.FIRST,
                station,
                SameThread.door(),
                Texts.in(Locale.ENGLISH),
                Catalogue.shipped(),
                InstantSource.fixed(MadeUpSite.NOW)));
    }

    @Test
    void offersNoSecondConnectorWhenTheStationHasOneSocket() {
        MadeUpStation single = new MadeUpStation().with(Known.SOCKET_COUNT, PropertyValue.of(1L));
        assertThat(opened(single).secondConnector().get()).isFalse();
    }

    @Test
    void offersTheSecondConnectorOfADouble() {
        assertThat(opened(new MadeUpStation()).secondConnector().get()).isTrue();
    }
}
