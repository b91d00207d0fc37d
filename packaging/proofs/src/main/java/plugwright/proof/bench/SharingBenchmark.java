package plugwright.proof.bench;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import plugwright.model.ReasonKind;
import plugwright.proof.sites.LinearProgram;
import plugwright.proof.sites.ObjectFilling;
import plugwright.proof.sites.RandomSites;
import plugwright.proof.sites.Site;
import plugwright.station.control.ControlCore;
import plugwright.station.control.MaxMinSharing;
import plugwright.station.control.SharingProblem;

/** What is measured; {@link AllocationBench} says with which parameters. */
public class SharingBenchmark {

    /** A car park of double stations with mixed phases and rotations: {@link RandomSites#carPark}. */
    @State(Scope.Thread)
    public static class CarPark {

        @Param("64")
        public int stations;

        @Param("1")
        public long seed;

        private Site site = RandomSites.carPark(new Random(1), 1);
        private MaxMinSharing sharing = new MaxMinSharing(site.problem());
        private boolean otherPhases;

        /** JMH makes a car park, sets its parameters and calls this. */
        @Setup
        public void build() {
            site = RandomSites.carPark(new Random(seed), stations);
            sharing = new MaxMinSharing(site.problem());
        }
    }

    /** The whole control core of that car park with all vehicles plugged in, once a second of its own time. */
    @State(Scope.Thread)
    public static class Core {

        private static final int PROBING = 14_000;
        private static final int PERIOD = 900_000;
        private static final int SECOND = 1_000;

        private ControlCore core = new ControlCore(1, 1);
        private long now;

        @Setup
        public void build(CarPark park) {
            SharingProblem problem = park.site.problem();
            int groups = problem.lines() / SharingProblem.PHASES;
            core = new ControlCore(problem.sockets(), groups);
            core.timing(PROBING, PERIOD, now);
            for (int line = 0; line < problem.lines(); line++) {
                core.groups().limit(line / SharingProblem.PHASES, line % SharingProblem.PHASES, problem.limit(line));
            }
            for (int i = 0; i < problem.sockets(); i++) {
                for (int group = 0; group < groups; group++) {
                    for (int phase = 0; phase < SharingProblem.PHASES; phase++) {
                        if (problem.loads(i, group * SharingProblem.PHASES + phase)) {
                            core.groups().join(i, group);
                        }
                    }
                }
                core.terminals(i, problem.phases(i));
                core.cap(i, problem.cap(i), ReasonKind.SOCKET_MAXIMUM);
                core.plugged(i, now);
            }
        }
    }

    /** How long the empty loop takes. */
    @State(Scope.Thread)
    public static class Length {

        @Param("1000")
        public long tokens;
    }

    @Benchmark
    public MaxMinSharing share(CarPark park) {
        park.sharing.share(park.site.admitted());
        return park.sharing;
    }

    /** As after each plug: one socket loads other phases than before, and who loads what is laid out anew. */
    @Benchmark
    public MaxMinSharing shareAfterAPlug(CarPark park) {
        SharingProblem problem = park.site.problem();
        park.otherPhases = !park.otherPhases;
        problem.phases(0, park.otherPhases ? 1 : 2);
        park.sharing.share(park.site.admitted());
        return park.sharing;
    }

    /** Admission, turns, probes, sharing, damping and reasons. */
    @Benchmark
    public ControlCore decide(Core site) {
        site.now += Core.SECOND;
        site.core.decide(site.now);
        return site.core;
    }

    @Benchmark
    public double[] linearProgram(CarPark park) {
        return LinearProgram.solve(park.site);
    }

    @Benchmark
    public double[] objectFilling(CarPark park) {
        return ObjectFilling.solve(park.site);
    }

    @Benchmark
    public void emptyLoop(Length length) {
        Blackhole.consumeCPU(length.tokens);
    }
}
