package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** Stations that are started as members of a network. */
@Tag("SCN-6")
class NetworkSetupTest {

    private static final int PORT = 36_572;

    @TempDir
    private Path folder;

    private Outcome<SimulatedSite> open(SiteNetwork network) {
        Outcome<SimulatedSite> site = SimulatedSite.open(SitePlan.of(StationModel.fullDouble(), folder)
                .withFirstAddress("127.0.9.1")
                .withPorts(0, 1_502)
                .withFoundBy(Set.of())
                .withNetworkPort(PORT)
                .withNetwork(network));
        site.map(open -> {
            open.close();
            return open;
        });
        return site;
    }

    /** The others run on elsewhere: they keep the safe current and count the total of before. */
    @Test
    void changesNothingOfANetworkOfWhichItHasOnlyAPart() {
        SiteNetwork half = SiteNetwork.of("HALF", 4).withTotal(Ampere.of(64));
        assertThat(open(half)).isInstanceOf(Outcome.Ok.class);
        assertThat(open(half.withSafe(Ampere.of(10), Ampere.of(64))))
                .isInstanceOfSatisfying(Outcome.Failed.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.BAD_ARGUMENT);
                    assertThat(refused.problem().details().toString()).contains("only a part of the network HALF");
                });
        assertThat(open(half)).as("with the settings of before").isInstanceOf(Outcome.Ok.class);
        assertThat(open(SiteNetwork.of("OTHER", 4))).as("in another network").isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void changesANetworkThatItHasWhole() {
        SiteNetwork whole = SiteNetwork.of("WHOLE", 2).withTotal(Ampere.of(32));
        assertThat(open(whole)).isInstanceOf(Outcome.Ok.class);
        assertThat(open(whole.withTotal(Ampere.of(20)))).isInstanceOf(Outcome.Ok.class);
    }
}
