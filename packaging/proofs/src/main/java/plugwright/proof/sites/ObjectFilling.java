package plugwright.proof.sites;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plugwright.station.control.SharingProblem;

/**
 * Progressive filling as one would write it first, with objects and collections: the level rises from event to event,
 * each found by looking at everybody. The baseline of the benchmark, and another opinion. Currents are in A.
 */
public final class ObjectFilling {

    private static final double MILLI = 1_000;

    /** Rounding of the sums in floating point. */
    private static final double ROUNDING = 1e-9;

    private static final class Line {
        final double limit;
        final List<Socket> sockets = new ArrayList<>();

        Line(double limit) {
            this.limit = limit;
        }

        double levelWhenFull(double level) {
            double taken = 0;
            int rising = 0;
            for (Socket socket : sockets) {
                taken += socket.at(level);
                rising += socket.risesAt(level) ? 1 : 0;
            }
            return rising == 0 ? Double.MAX_VALUE : level + Math.max(0, limit - taken) / rising;
        }
    }

    private static final class Socket {
        final double floor;
        final double cap;
        final List<Line> lines = new ArrayList<>();
        double stopped = -1;

        Socket(double floor, double cap) {
            this.floor = floor;
            this.cap = cap;
        }

        double at(double level) {
            return stopped >= 0 ? stopped : Math.max(floor, level);
        }

        boolean risesAt(double level) {
            return stopped < 0 && floor <= level;
        }
    }

    private final List<Socket> all = new ArrayList<>();
    private final Set<Socket> moving = new HashSet<>();

    private ObjectFilling(Site site) {
        SharingProblem problem = site.problem();
        for (int i = 0; i < problem.sockets(); i++) {
            Socket socket = new Socket(problem.floor(i) / MILLI, problem.cap(i) / MILLI);
            all.add(socket);
            if (site.admitted()[i]) {
                moving.add(socket);
            } else {
                socket.stopped = 0;
            }
        }
        for (int line = 0; line < problem.lines(); line++) {
            Line it = new Line(problem.limit(line) / MILLI);
            for (int i = 0; i < problem.sockets(); i++) {
                if (site.admitted()[i] && problem.loads(i, line)) {
                    it.sockets.add(all.get(i));
                    all.get(i).lines.add(it);
                }
            }
        }
    }

    /** What each socket gets. */
    public static double[] solve(Site site) {
        ObjectFilling filling = new ObjectFilling(site);
        filling.fill();
        return filling.all.stream().mapToDouble(s -> s.stopped).toArray();
    }

    private void fill() {
        double level = 0;
        while (!moving.isEmpty()) {
            double next = Double.MAX_VALUE;
            for (Socket socket : moving) {
                next = Math.min(next, socket.floor > level ? socket.floor : socket.cap);
                for (Line line : socket.lines) {
                    next = Math.min(next, line.levelWhenFull(level));
                }
            }
            level = next;
            stop(level);
        }
    }

    private void stop(double level) {
        List<Socket> stopping = new ArrayList<>();
        for (Socket socket : moving) {
            boolean full = socket.lines.stream().anyMatch(l -> l.levelWhenFull(level) <= level + ROUNDING);
            if (full || socket.cap <= level) {
                stopping.add(socket);
            }
        }
        for (Socket socket : stopping) {
            socket.stopped = Math.min(socket.cap, socket.at(level));
            moving.remove(socket);
        }
    }
}
