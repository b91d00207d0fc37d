package plugwright.proof.sites;

import java.util.Random;
import plugwright.model.ReasonKind;
import plugwright.station.control.ControlCore;
import plugwright.station.control.SharingProblem;

/**
 * Who is admitted, against all subsets of up to 8 sockets: in the order of the turns the set is the lexicographically
 * greatest of those whose floors fit on every line. The first decision of a fresh core, where nobody has waited or
 * charged, goes by the highest number; the order is a fact of the rule and not read from the code.
 */
public final class BruteForce {

    private static final int SOCKETS = 8;
    private static final int FLOOR = 6_000;

    /** Below the probing current nobody is probed: all are served as vehicles of 6 A at once. */
    private static final int CAP = 13_000;

    private static final int PROBING = 14_000;
    private static final long PERIOD = 900_000;

    /** Most that a group allows on a phase: of the total, and of all others. */
    private static final int TOTAL = 40_000;

    private static final int OTHERS = 20_000;

    private final int[] mask;
    private final int[] groups;
    private final int[] limits;

    private BruteForce(Random random) {
        int sockets = 1 + random.nextInt(SOCKETS);
        int count = 1 + (sockets + 1) / 2 + random.nextInt(2);
        mask = new int[sockets];
        groups = new int[sockets];
        limits = new int[count * SharingProblem.PHASES];
        for (int line = 0; line < limits.length; line++) {
            limits[line] = random.nextInt(line < SharingProblem.PHASES ? TOTAL : OTHERS);
        }
        for (int i = 0; i < sockets; i++) {
            mask[i] = 1 + random.nextInt(7);
            groups[i] = 1 | 2 << (i / 2);
            groups[i] |= random.nextBoolean() ? 1 << (count - 1) : 0;
        }
    }

    /**
     * Compares the first decision of a fresh core on a random site.
     *
     * @return whether it admits whom it has to
     */
    public static boolean agrees(Random random) {
        BruteForce site = new BruteForce(random);
        return site.admitted() == site.greatest();
    }

    private int admitted() {
        ControlCore core = new ControlCore(mask.length, limits.length / SharingProblem.PHASES);
        for (int line = 0; line < limits.length; line++) {
            core.groups().limit(line / SharingProblem.PHASES, line % SharingProblem.PHASES, limits[line]);
        }
        core.timing(PROBING, PERIOD, 0);
        for (int i = 0; i < mask.length; i++) {
            for (int group = 0; group < limits.length / SharingProblem.PHASES; group++) {
                if ((groups[i] >> group & 1) != 0) {
                    core.groups().join(i, group);
                }
            }
            core.terminals(i, mask[i]);
            core.cap(i, CAP, ReasonKind.SOCKET_MAXIMUM);
        }
        for (int i = 0; i < mask.length; i++) {
            core.plugged(i, 0);
        }
        core.decide(0);
        int set = 0;
        for (int i = 0; i < mask.length; i++) {
            set |= core.target(i) > 0 ? 1 << i : 0;
        }
        return set;
    }

    /** All subsets: with the highest socket as the highest bit the greatest that fits is the one asked for. */
    private int greatest() {
        int set = (1 << mask.length) - 1;
        while (!fits(set)) {
            set--;
        }
        return set;
    }

    private boolean fits(int set) {
        for (int line = 0; line < limits.length; line++) {
            int sum = 0;
            for (int i = 0; i < mask.length; i++) {
                boolean loads = (groups[i] >> (line / SharingProblem.PHASES) & 1) != 0
                        && (mask[i] >> (line % SharingProblem.PHASES) & 1) != 0;
                sum += loads && (set >> i & 1) != 0 ? FLOOR : 0;
            }
            if (sum > limits[line]) {
                return false;
            }
        }
        return true;
    }
}
