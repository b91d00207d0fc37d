package plugwright.proof.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.model.Outcome;
import plugwright.station.sim.grid.MeterKind;
import plugwright.station.sim.grid.RandomHouse;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright prove house}: random houses with a station and a meter, beside somebody who knows everything. */
@Command(
        name = "house",
        description = {
            "Plays random days of random houses with a station, loads, PV and a meter. Exit code 0 only where, while house",
            "and PV alone stay below the fuse, it is never exceeded for longer than the meter's period and 6 s, limits",
            "keep calm, and, with p1-5, 95 %% of what a clairvoyant sharer charges is charged."
        },
        mixinStandardHelpOptions = true)
final class HouseCommand implements Callable<Integer> {

    private static final double LEAST_SHARE = 0.95;
    private static final int PROGRESS_EACH = 100;

    @Option(names = "--days", paramLabel = "N", description = "How many (${DEFAULT-VALUE}).")
    private int days = 1_000;

    @Option(
            names = "--meter",
            paramLabel = "KIND",
            description = "p1-4, p1-5 or modbus:PRESET (${DEFAULT-VALUE}).")
    private String meter = "p1-5";

    @Option(names = "--seed", paramLabel = "S", description = "Of the first day; goes on from anywhere.")
    private long seed = 1;

    @Option(names = "--json", description = "One JSON value a line, for each day.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final JsonMapper mapper = JsonMapper.builder().build();
    private int failures;
    private long longestAbove;
    private double charged;
    private double possible;
    private double leastShare = 1;

    @Override
    public Integer call() {
        if (days < 1) {
            throw new ParameterException(spec.commandLine(), "--days is above 0, not " + days + ".");
        }
        MeterKind kind = kind();
        PrintWriter out = spec.commandLine().getOut();
        for (int day = 0; day < days; day++) {
            take(RandomHouse.run(seed + day, kind), out);
            if (!json && (day + 1) % PROGRESS_EACH == 0) {
                tell(out, day + 1);
            }
        }
        if (!json && days % PROGRESS_EACH != 0) {
            tell(out, days);
        }
        boolean enough = !meter.equals("p1-5") || charged / possible >= LEAST_SHARE;
        return failures == 0 && enough ? 0 : 1;
    }

    private MeterKind kind() {
        if (meter.equals("p1-4") || meter.equals("p1-5")) {
            return new MeterKind.P1(
                    meter.equals("p1-4") ? MeterKind.P1.Version.V4 : MeterKind.P1.Version.V5,
                    MeterKind.P1.Power.PER_PHASE);
        }
        if (meter.startsWith("modbus:")
                && MeterPresets.shipped().find(meter.substring("modbus:".length()))
                        instanceof Outcome.Ok<MeterPreset>(var preset)) {
            return new MeterKind.Modbus(preset.map());
        }
        throw new ParameterException(spec.commandLine(), "--meter is p1-4, p1-5 or modbus:PRESET, not " + meter + ".");
    }

    private void take(RandomHouse.Result result, PrintWriter out) {
        longestAbove = Math.max(longestAbove, result.longestAbove().toMillis());
        charged += result.wattHours();
        possible += result.possible();
        double share = result.possible() > 0 ? result.wattHours() / result.possible() : 1;
        leastShare = Math.min(leastShare, share);
        String why = result.breach().map(b -> b.invariant() + " at " + b.at().toInstant() + ": " + b.what()).orElse("");
        failures += why.isEmpty() ? 0 : 1;
        if (json) {
            ObjectNode node = mapper.createObjectNode();
            node.put("seed", result.seed());
            node.put("meter", meter);
            node.put("held", why.isEmpty());
            node.put("why", why);
            node.put("longestAboveMillis", result.longestAbove().toMillis());
            node.put("chargedWattHours", result.wattHours());
            node.put("possibleWattHours", result.possible());
            out.println(mapper.writeValueAsString(node));
        } else if (!why.isEmpty()) {
            out.printf(Locale.ROOT, "FAILED  seed %d: %s%n", result.seed(), why);
        }
        out.flush();
    }

    private void tell(PrintWriter out, int done) {
        out.printf(
                Locale.ROOT,
                "%d days, %d failures; longest above the fuse %.1f s; charged %.2f %% of what is possible, on the worst day %.2f %%%n",
                done, failures, longestAbove / 1e3, 100 * charged / possible, 100 * leastShare);
        out.flush();
    }
}
