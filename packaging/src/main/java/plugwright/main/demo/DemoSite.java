package plugwright.main.demo;

import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SitePlan;

/** Opens a simulated site for showing things, whatever else runs on this machine. */
public final class DemoSite {

    private static final int ANY_PORT = 0;

    private DemoSite() {}

    /** On the usual port, or on any free one where that is taken. */
    public static Outcome<SimulatedSite> open(SitePlan plan) {
        Outcome<SimulatedSite> usual = SimulatedSite.open(plan);
        return usual instanceof Outcome.Failed<SimulatedSite>(var problem)
                        && problem.code() == ProblemCode.PORT_IN_USE
                ? SimulatedSite.open(plan.withPorts(ANY_PORT, plan.modbusPort()))
                : usual;
    }
}
