package plugwright.station.sim;

import java.util.Arrays;

/**
 * The fair shares of many sockets, straight from the definition and apart from the control's way: the highest common
 * level that fits is searched by halving, whoever is held there stays, and so on with the others. Currents in mA.
 */
final class FairShares {

    /** Halvings: from hundreds of ampere to far below a milliampere. */
    private static final int HALVINGS = 48;

    /** A line with less than this left is full. */
    private static final double FULL = 1e-3;

    private static final double MOST = 1_000_000;

    private final int[] limits;
    /** For each socket the lines that it loads. */
    private final int[][] lines;

    FairShares(int[] limits, int[][] lines) {
        this.limits = limits.clone();
        this.lines = lines.clone();
    }

    /**
     * Shares; a floor of 0 stands for a socket that is given nothing.
     *
     * @param demand what each is capped at first; what is left then goes to whoever can use it
     */
    double[] of(int[] floor, int[] demand, int[] cap) {
        int n = floor.length;
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            low[i] = floor[i];
            high[i] = floor[i] == 0 ? 0 : Math.max(floor[i], Math.min(demand[i], cap[i]));
        }
        double[] first = fill(low, high);
        for (int i = 0; i < n; i++) {
            high[i] = floor[i] == 0 ? 0 : Math.max(first[i], cap[i]);
        }
        return fill(first, high);
    }

    private double[] fill(double[] low, double[] high) {
        double[] share = low.clone();
        boolean[] held = new boolean[low.length];
        int left = low.length;
        while (left > 0) {
            double level = highestLevel(low, high, share, held);
            raise(low, high, share, held, level);
            double[] rest = rest(share);
            int before = left;
            for (int i = 0; i < share.length; i++) {
                if (!held[i] && (share[i] >= high[i] || isHeld(i, rest))) {
                    held[i] = true;
                    left--;
                }
            }
            if (left == before) {
                // Rounding left a sliver: whoever is lowest is taken to be held.
                Arrays.fill(held, true);
                left = 0;
            }
        }
        return share;
    }

    private double highestLevel(double[] low, double[] high, double[] share, boolean[] held) {
        double below = 0;
        double above = MOST;
        double[] tried = share.clone();
        for (int k = 0; k < HALVINGS; k++) {
            double level = (below + above) / 2;
            raise(low, high, tried, held, level);
            boolean fits = true;
            for (double rest : rest(tried)) {
                fits &= rest >= -FULL / 2;
            }
            below = fits ? level : below;
            above = fits ? above : level;
        }
        return below;
    }

    private static void raise(double[] low, double[] high, double[] share, boolean[] held, double level) {
        for (int i = 0; i < share.length; i++) {
            share[i] = held[i] ? share[i] : Math.min(high[i], Math.max(low[i], level));
        }
    }

    private double[] rest(double[] share) {
        double[] rest = new double[limits.length];
        for (int line = 0; line < rest.length; line++) {
            rest[line] = limits[line];
        }
        for (int i = 0; i < share.length; i++) {
            for (int line : lines[i]) {
                rest[line] -= share[i];
            }
        }
        return rest;
    }

    private boolean isHeld(int socket, double[] rest) {
        for (int line : lines[socket]) {
            if (rest[line] <= FULL) {
                return true;
            }
        }
        return false;
    }

    /** Whether floors fit together on every line. */
    boolean fits(int[] floor) {
        double[] share = new double[floor.length];
        for (int i = 0; i < share.length; i++) {
            share[i] = floor[i];
        }
        for (double rest : rest(share)) {
            if (rest < 0) {
                return false;
            }
        }
        return true;
    }
}
