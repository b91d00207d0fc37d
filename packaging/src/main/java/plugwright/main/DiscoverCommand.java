package plugwright.main;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.Found;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.Source;
import plugwright.discovery.StationFinder;
import plugwright.discovery.StationState;
import plugwright.model.HostPort;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.Problems;
import plugwright.model.StationId;
import plugwright.net.NetworkAdapters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plugwright discover}: which stations are in the network. */
@Command(
        name = "discover",
        description = "Lists the stations in the network. Ends with 0 if there is one that can be used.",
        mixinStandardHelpOptions = true)
final class DiscoverCommand implements Callable<Integer> {

    /** Longer than any listening makes sense. */
    private static final int MAX_SECONDS = 3_600;

    private final Wiring wiring;

    /** The finder's newest list. */
    private volatile List<Found> newest = List.of();

    @Option(names = "--seconds", defaultValue = "3", paramLabel = "N", description = "How long to look; ${DEFAULT-VALUE} if not given.")
    private int seconds;

    @Option(names = "--by", paramLabel = "mdns|udp", description = "Look by this way only; may be repeated.")
    private Source[] sources = {};

    @Option(names = "--address", paramLabel = "HOST:PORT", description = "Also ask this address; may be repeated.")
    private String[] addresses = {};

    @Option(names = "--json", description = "One JSON value a line, for each station.")
    private boolean json;

    DiscoverCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<HostPort> asked = new ArrayList<>();
        for (String address : addresses) {
            Optional<HostPort> read = HostPort.parse(address, HostPort.STATION_API_PORT);
            if (read.isEmpty()) {
                return wiring.console().fail(Problem.of(ProblemCode.NOT_AN_ADDRESS, address));
            }
            asked.add(read.get());
        }
        FinderSettings settings = settings();
        Duration patience = Duration.ofSeconds(Math.clamp(seconds, 1, MAX_SECONDS));
        try (InfoProbe probe = new InfoProbe();
                StationFinder finder =
                        StationFinder.start(settings, NetworkAdapters::present, probe, list -> newest = list)) {
            asked.forEach(finder::typedIn);
            Thread.sleep(patience);
        }
        List<Found> found = newest;
        found.forEach(this::tell);
        if (found.isEmpty()) {
            wiring.console()
                    .note("No station was found. Check cable and power, and that this computer's firewall lets UDP "
                            + settings.udpPort() + " and mDNS through; or name an address with --address.");
        }
        return found.stream().anyMatch(f -> f.state() instanceof StationState.Reachable)
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    /** All ways that were named; the usual ones where none was. */
    FinderSettings settings() {
        return sources.length == 0 ? FinderSettings.standard() : FinderSettings.only(Set.copyOf(List.of(sources)));
    }

    private void tell(Found found) {
        String serial = found.serial().map(StationId::serial).orElse("");
        String state = state(found.state());
        if (json) {
            ObjectNode node = wiring.console().object();
            node.put("serial", serial);
            node.put("address", found.at().host());
            node.put("apiPort", found.at().port());
            node.put("model", found.facts().model().orElse(""));
            node.put("firmware", found.facts().firmware().orElse(""));
            node.put("state", state);
            found.problem().ifPresent(p -> node.put("code", p.code().code()));
            ArrayNode by = node.putArray("sources");
            found.sources().stream().sorted().forEach(s -> by.add(s.name().toLowerCase(Locale.ROOT)));
            wiring.console().json(node);
        } else {
            wiring.console()
                    .say(String.format(
                            Locale.ROOT,
                            "%-12s %-22s %-14s %-14s %s",
                            serial.isEmpty() ? "?" : serial,
                            found.at(),
                            found.facts().model().orElse(""),
                            found.facts().firmware().orElse(""),
                            state));
            found.problem().map(DiscoverCommand::text).ifPresent(wiring.console()::note);
        }
    }

    private static String text(Problem problem) {
        return Problems.textWithCode(problem, Locale.getDefault());
    }

    private static String state(StationState state) {
        return switch (state) {
            case StationState.Asking _ -> "asking";
            case StationState.Reachable _ -> "reachable";
            case StationState.InOtherSubnet _ -> "other-subnet";
            case StationState.FoundNotAnswering _ -> "not-answering";
            case StationState.Gone _ -> "gone";
        };
    }
}
