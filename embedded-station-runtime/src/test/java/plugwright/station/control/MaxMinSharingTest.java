package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

/** Sharing against the condition that marks the one max-min fair allocation, on random sites. */
class MaxMinSharingTest {

    private static final int STATIONS = 6;
    private static final int[] MASKS = {1, 2, 4, 3, 5, 6, 7};

    @Property(tries = 4000)
    @Tag("SLB-1")
    void everySocketIsAtItsCapOrHasABottleneck(@ForAll long seed) {
        Random random = new Random(seed);
        SharingProblem problem = site(random);
        boolean[] admitted = admit(problem);

        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(admitted);

        for (int line = 0; line < problem.lines(); line++) {
            assertThat(sum(problem, sharing, line)).as("line %d", line).isLessThanOrEqualTo(problem.limit(line));
        }
        for (int i = 0; i < problem.sockets(); i++) {
            if (!admitted[i]) {
                assertThat(sharing.milliampere(i)).isZero();
                assertThat(sharing.bound(i)).isEqualTo(MaxMinSharing.NOT_ADMITTED);
                continue;
            }
            assertThat(sharing.milliampere(i)).isBetween(problem.floor(i), problem.cap(i));
            if (sharing.milliampere(i) < problem.cap(i)) {
                assertThat(hasBottleneck(problem, sharing, i)).as("socket %d", i).isTrue();
            }
            if (sharing.bound(i) >= 0) {
                assertThat(isBottleneck(problem, sharing, i, sharing.bound(i))).as("named for %d", i).isTrue();
            } else {
                assertThat(sharing.milliampere(i)).isEqualTo(problem.cap(i));
            }
        }
    }

    private static SharingProblem site(Random random) {
        int sockets = 1 + random.nextInt(2 * STATIONS);
        SharingProblem problem = new SharingProblem(sockets, 1 + STATIONS);
        for (int group = 0; group <= STATIONS; group++) {
            int most = group == 0 ? 120 : 50;
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                problem.limit(group, phase, 1_000 * random.nextInt(most) + random.nextInt(1_000));
            }
        }
        for (int i = 0; i < sockets; i++) {
            problem.join(i, 0);
            problem.join(i, 1 + i / 2);
            problem.phases(i, MASKS[random.nextInt(MASKS.length)]);
            problem.floor(i, random.nextInt(4) == 0 ? 14_000 : 6_000);
            problem.cap(i, problem.floor(i) + 500 * random.nextInt(40));
        }
        return problem;
    }

    /** Whoever fits, in order: only what this needs, written apart from the code under test. */
    private static boolean[] admit(SharingProblem problem) {
        boolean[] admitted = new boolean[problem.sockets()];
        for (int i = 0; i < admitted.length; i++) {
            admitted[i] = true;
            for (int line = 0; line < problem.lines(); line++) {
                long floors = 0;
                for (int j = 0; j <= i; j++) {
                    floors += admitted[j] && problem.loads(j, line) ? problem.floor(j) : 0;
                }
                if (problem.loads(i, line) && floors > problem.limit(line)) {
                    admitted[i] = false;
                    break;
                }
            }
        }
        return admitted;
    }

    private static long sum(SharingProblem problem, MaxMinSharing sharing, int line) {
        long sum = 0;
        for (int i = 0; i < problem.sockets(); i++) {
            sum += problem.loads(i, line) ? sharing.milliampere(i) : 0;
        }
        return sum;
    }

    private static boolean hasBottleneck(SharingProblem problem, MaxMinSharing sharing, int socket) {
        for (int line = 0; line < problem.lines(); line++) {
            if (isBottleneck(problem, sharing, socket, line)) {
                return true;
            }
        }
        return false;
    }

    /** A full line in which no socket above its own floor has more than it; each is rounded down to 1 mA. */
    private static boolean isBottleneck(SharingProblem problem, MaxMinSharing sharing, int socket, int line) {
        if (!problem.loads(socket, line)
                || sum(problem, sharing, line) <= problem.limit(line) - problem.sockets()) {
            return false;
        }
        for (int j = 0; j < problem.sockets(); j++) {
            if (problem.loads(j, line)
                    && sharing.milliampere(j) > problem.floor(j)
                    && sharing.milliampere(j) > sharing.milliampere(socket) + 1) {
                return false;
            }
        }
        return true;
    }

    @Test
    @org.junit.jupiter.api.Tag("SLB-1")
    void keepsAFloorAndGivesTheRestToTheOther() {
        SharingProblem problem = new SharingProblem(2, 1);
        for (int i = 0; i < 2; i++) {
            problem.join(i, 0);
            problem.phases(i, 1);
            problem.cap(i, 32_000);
        }
        problem.floor(0, 14_000);
        problem.floor(1, 6_000);
        problem.limit(0, 0, 25_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(14_000);
        assertThat(sharing.milliampere(1)).isEqualTo(11_000);
    }

    @Test
    void losesNothingToDivisionWhenLevelsFollowOneAnother() {
        // Three share 10 A on L1; one of them meets a fourth on L2 under 20 A; that one meets a fifth on L3 under 30 A.
        SharingProblem problem = new SharingProblem(5, 3);
        int[] masks = {1, 1, 3, 6, 4};
        for (int i = 0; i < masks.length; i++) {
            problem.phases(i, masks[i]);
            problem.floor(i, 1_000);
            problem.cap(i, 63_000);
            problem.join(i, 0);
        }
        problem.limit(0, 0, 10_000);
        problem.limit(0, 1, 20_000);
        problem.limit(0, 2, 30_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true, true, true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(3_333);
        // Exactly 15 and 15, though 20 − 3.333… would leave more.
        assertThat(sharing.milliampere(3)).isEqualTo(15_000);
        assertThat(sharing.milliampere(4)).isEqualTo(15_000);
    }

    @Test
    @org.junit.jupiter.api.Tag("SLB-1")
    void namesTheNarrowestPhaseWhenAllSocketsLoadAllPhases() {
        SharingProblem problem = new SharingProblem(2, 1);
        for (int i = 0; i < 2; i++) {
            problem.join(i, 0);
            problem.join(i, 0);
            problem.phases(i, 7);
            problem.floor(i, 6_000);
            problem.cap(i, 32_000);
        }
        problem.limit(0, 0, 30_000);
        problem.limit(0, 1, 25_000);
        problem.limit(0, 2, 26_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(12_500);
        assertThat(sharing.bound(0)).isEqualTo(1);

        problem.limit(0, 2, 20_000);
        sharing.share(new boolean[] {true, false});
        assertThat(sharing.milliampere(0)).isEqualTo(20_000);
        assertThat(sharing.bound(0)).isEqualTo(2);
        assertThat(sharing.bound(1)).isEqualTo(MaxMinSharing.NOT_ADMITTED);

        // On other phases from now on: they no longer meet.
        problem.phases(0, 1);
        problem.phases(1, 2);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(30_000);
        assertThat(sharing.milliampere(1)).isEqualTo(25_000);
    }
}
