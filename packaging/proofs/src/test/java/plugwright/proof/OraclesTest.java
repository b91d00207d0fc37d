package plugwright.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.proof.command.ProofMain;
import plugwright.proof.sites.Check;
import plugwright.proof.sites.LinearProgram;
import plugwright.proof.sites.Proof;
import plugwright.proof.sites.RandomSites;
import plugwright.proof.sites.Site;
import plugwright.station.control.MaxMinSharing;

/** Sharing and admission against oracles on random sites: a small part of what {@code plugwright prove sites} does. */
class OraclesTest {

    private static final int STATIONS = 64;

    @ParameterizedTest
    @CsvSource({"BOTTLENECKS, 20000", "PROGRAMS, 300", "ADMISSION, 5000"})
    @Tag("SLB-1")
    @Tag("ALT-1")
    @Tag("ALT-2")
    void sharesAndAdmitsAsTheOraclesDoOnRandomSites(Check check, long sites) {
        Check.Result result = check.run(1, sites);
        assertThat(result.failures()).as("seed %d: %s", result.firstFailure(), result.why()).isZero();
        assertThat(result.worst()).isLessThanOrEqualTo(Proof.TOLERANCE);
        assertThat(result.sites()).isEqualTo(sites);
    }

    @Test
    void sharesAmong128SocketsAsTheLinearProgramDoes() {
        Site site = RandomSites.carPark(new Random(1), STATIONS);
        MaxMinSharing sharing = new MaxMinSharing(site.problem());
        sharing.share(site.admitted());
        double[] program = LinearProgram.solve(site);
        for (int i = 0; i < program.length; i++) {
            assertThat(Math.abs(sharing.milliampere(i) / 1_000.0 - program[i]))
                    .isLessThanOrEqualTo(Proof.TOLERANCE + LinearProgram.SOLVER);
        }
    }

    @Test
    void saysWhatWasComparedWhenAskedForJson() {
        StringWriter out = new StringWriter();
        int code = ProofMain.run(
                new PrintWriter(out), "sites", "--sites", "50", "--lp", "3", "--brute", "20", "--seed", "7", "--json");
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"check\":") && line.contains("\"failures\":0"));
    }
}
