package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import plugwright.model.ReasonKind;

/**
 * Who is admitted, against all subsets of up to 8 sockets: in the order of the turns the set is the lexicographically
 * greatest of those whose floors fit on every line. The first decision of a fresh core, where nobody has waited or
 * charged, goes by the highest number; the order is a fact of the rule and not read from the code.
 */
class AdmissionOracleTest {

    private static final int STATIONS = 4;
    private static final int[] MASKS = {1, 2, 4, 3, 5, 6, 7};
    private static final int FLOOR = 6_000;
    /** Below the probing current nobody is probed: all are served as vehicles of 6 A at once. */
    private static final int CAP = 13_000;

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    @Tag("ALT-1")
    @Tag("ALT-2")
    void admitsTheGreatestSetInTheOrderOfTurnsWhenNotAllFloorsFit(@ForAll long seed) {
        Random random = new Random(seed);
        int sockets = 1 + random.nextInt(2 * STATIONS);
        ControlCore core = new ControlCore(sockets, 1 + STATIONS);
        SharingProblem groups = core.groups();
        for (int group = 0; group <= STATIONS; group++) {
            int most = group == 0 ? 40_000 : 20_000;
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                groups.limit(group, phase, random.nextInt(most));
            }
        }
        int[] mask = new int[sockets];
        for (int i = 0; i < sockets; i++) {
            mask[i] = MASKS[random.nextInt(MASKS.length)];
            groups.join(i, 0);
            groups.join(i, 1 + i / 2);
            core.terminals(i, mask[i]);
            core.cap(i, CAP, ReasonKind.SOCKET_MAXIMUM);
        }
        core.timing(14_000, 900_000, 0);
        for (int i = 0; i < sockets; i++) {
            core.plugged(i, 0);
        }
        core.decide(0);

        int best = best(groups, mask);
        for (int i = 0; i < sockets; i++) {
            assertThat(core.target(i) > 0)
                    .as("socket %d of %s", i, Integer.toBinaryString(best))
                    .isEqualTo((best >> i & 1) != 0);
        }
    }

    /** All subsets: with the highest socket as the highest bit the greatest that fits is the one asked for. */
    private static int best(SharingProblem groups, int[] mask) {
        for (int set = (1 << mask.length) - 1; set > 0; set--) {
            if (fits(groups, mask, set)) {
                return set;
            }
        }
        return 0;
    }

    private static boolean fits(SharingProblem groups, int[] mask, int set) {
        for (int group = 0; group <= STATIONS; group++) {
            for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                int sum = 0;
                for (int i = 0; i < mask.length; i++) {
                    boolean belongs = group == 0 || group == 1 + i / 2;
                    sum += belongs && (set >> i & 1) != 0 && (mask[i] >> phase & 1) != 0 ? FLOOR : 0;
                }
                if (sum > groups.limit(group * SharingProblem.PHASES + phase)) {
                    return false;
                }
            }
        }
        return true;
    }
}
