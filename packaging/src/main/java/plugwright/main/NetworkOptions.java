package plugwright.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.PhaseMapping;
import plugwright.model.ProblemCode;
import plugwright.station.site.SiteNetwork;
import plugwright.station.site.SitePlan;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnHeader;

/** Options that make software stations members of one Smart Charging Network. */
final class NetworkOptions {

    /** SCN-TotalStaticCurrent goes no further. */
    private static final double HIGHEST_TOTAL = 5_000;

    private static final double HIGHEST_SAFE = 63;

    @Option(
            names = "--scn",
            paramLabel = "NAME",
            description = "Makes them members of a Smart Charging Network, as if it had been initialized: 1 to 7 of A-Z and "
                    + "0-9. Where its settings are others than those kept, they get the next generation.")
    private @Nullable String name;

    @Option(
            names = "--scn-total",
            paramLabel = "A",
            description = "What all its sockets may take together on each phase; 16 A for each socket if not given.")
    private @Nullable Double total;

    @Option(
            names = "--scn-safe",
            paramLabel = "A",
            description = "Safe current of a socket that is cut off; 6 A if not given, below 6 A it pauses.")
    private @Nullable Double safe;

    @Option(
            names = "--scn-total-safe",
            paramLabel = "A",
            description = "Total while the meter or energy management that it should come from is lost; the total if not given.")
    private @Nullable Double totalSafe;

    @Option(
            names = "--rotations",
            split = ",",
            paramLabel = "SEQUENCE",
            description = "How the stations' feeders are connected, one after the other and from the first again, e.g. "
                    + "L1L2L3,L2L3L1,L3L1L2; all L1L2L3 if not given.")
    private List<String> rotations = List.of();

    @Option(
            names = "--scn-first-socket",
            defaultValue = "0",
            paramLabel = "ID",
            description = "Id of the first station's first socket; ${DEFAULT-VALUE} if not given.")
    private int firstSocket;

    @Option(
            names = "--scn-sockets",
            paramLabel = "N",
            description = "Sockets of the whole network, where some of its stations run elsewhere; those of these stations "
                    + "if not given.")
    private @Nullable Integer sockets;

    @Option(
            names = "--scn-key-env",
            paramLabel = "VAR",
            description = "Environment variable that holds the network's key, 64 hexadecimal digits; if not given the kept one, "
                    + "or one is drawn.")
    private @Nullable String keyVariable;

    @Option(
            names = "--scn-port",
            defaultValue = "" + SitePlan.DEFAULT_NETWORK_PORT,
            paramLabel = "PORT",
            description = "UDP; ${DEFAULT-VALUE} if not given.")
    private int port;

    /**
     * The plan with its network, where one is asked for.
     *
     * @return the plan, or BAD_ARGUMENT
     */
    Outcome<SitePlan> addTo(SitePlan plan, Map<String, String> environment) {
        String its = name;
        if (its == null) {
            return Outcome.ok(plan);
        }
        int here = plan.count() * plan.model().shape().sockets();
        int all = sockets == null ? firstSocket + here : sockets;
        if (!ScnHeader.isName(its)) {
            return wrong("--scn is 1 to 7 of A-Z and 0-9, not \"" + its + "\".");
        }
        if (firstSocket < 0 || firstSocket + here > all || all > ScnCodec.MAX_SOCKETS) {
            return wrong("Sockets " + firstSocket + " to " + (firstSocket + here - 1) + " do not fit a network of " + all
                    + "; it has " + ScnCodec.MAX_SOCKETS + " at most.");
        }
        if (port < 1 || port > 0xffff) {
            return wrong("--scn-port is 1 to 65535, not " + port + ".");
        }
        return currents(its, all)
                .flatMap(this::mapped)
                .flatMap(network -> keyed(network, environment))
                .map(network -> plan.withNetwork(network).withNetworkPort(port));
    }

    private static <T> Outcome<T> wrong(String why) {
        return Outcome.failed(ProblemCode.BAD_ARGUMENT, why);
    }

    /** As Initialize does: safe currents that together do not fit are refused. */
    private Outcome<SiteNetwork> currents(String its, int all) {
        double most = total == null ? (double) SiteNetwork.USUAL_AMPERE_A_SOCKET * all : total;
        double least = safe == null ? SiteNetwork.USUAL_SAFE.value() : safe;
        double standIn = totalSafe == null ? most : totalSafe;
        if (!isCurrent(most, HIGHEST_TOTAL) || !isCurrent(standIn, HIGHEST_TOTAL) || !isCurrent(least, HIGHEST_SAFE)) {
            return wrong("--scn-total and --scn-total-safe are 0 to " + (int) HIGHEST_TOTAL + " A, --scn-safe 0 to "
                    + (int) HIGHEST_SAFE + " A.");
        }
        boolean pauses = least < Ampere.MINIMUM_OFFERED.value();
        if (!pauses && all * least > Math.min(most, standIn)) {
            return wrong("The safe currents of " + all + " sockets are together " + Ampere.ofNearest(all * least)
                    + ", more than the total. Take a higher total, fewer sockets, or --scn-safe 0: cut-off sockets then pause.");
        }
        return Outcome.ok(SiteNetwork.of(its, all)
                .withTotal(Ampere.ofNearest(most))
                .withSafe(Ampere.ofNearest(least), Ampere.ofNearest(standIn))
                .withPlace(firstSocket, all));
    }

    private static boolean isCurrent(double ampere, double highest) {
        return ampere >= 0 && ampere <= highest;
    }

    private Outcome<SiteNetwork> mapped(SiteNetwork network) {
        List<PhaseMapping> mappings = new ArrayList<>();
        for (String sequence : rotations) {
            Optional<PhaseMapping> mapping = PhaseMapping.ofSequence(sequence.strip());
            if (mapping.filter(m -> m.terminals().size() == 3).isEmpty()) {
                return wrong("--rotations: \"" + sequence + "\" is no order of L1, L2 and L3.");
            }
            mappings.add(mapping.get());
        }
        return Outcome.ok(mappings.isEmpty() ? network : network.withMappings(mappings));
    }

    private Outcome<SiteNetwork> keyed(SiteNetwork network, Map<String, String> environment) {
        String variable = keyVariable;
        if (variable == null) {
            return Outcome.ok(network);
        }
        return NetworkKey.parse(environment.getOrDefault(variable, ""))
                .map(key -> Outcome.ok(network.withKey(key)))
                .orElseGet(() -> wrong("The environment variable " + variable + " does not hold 64 hexadecimal digits."));
    }
}
