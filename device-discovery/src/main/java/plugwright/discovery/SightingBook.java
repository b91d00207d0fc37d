package plugwright.discovery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Ipv4Address;
import plugwright.model.NetworkAdapter;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;

/**
 * Merges sightings into one entry a station, says how each stands, and when to ask which address. Pure: time and
 * adapters are arguments. For one owner.
 */
public final class SightingBook {

    /** Ten times the largest site; beyond it somebody is making stations up. */
    public static final int MOST_STATIONS = 1_024;

    /** Nobody types in more; it bounds what is asked for ever. */
    public static final int MOST_TYPED = 64;

    /** How long a station that left stays in the list, marked. */
    static final Duration GONE_IS_SHOWN_FOR = Duration.ofMinutes(15);

    /** An answer counts until the next one is overdue by a time-out and a little. */
    static final Duration ANSWER_COUNTS_FOR = Questions.AGAIN_WHEN_ANSWERED.plusSeconds(15);

    /** When a name differs from the serial number that answered, the address may have a new owner: ask, but not at each sighting. */
    private static final Duration TRUST_IN_OTHER_NAME = Duration.ofSeconds(30);

    private final Map<StationId, Entry> entries = new TreeMap<>();
    private final Map<HostPort, WireTime> typed = new LinkedHashMap<>();
    private final Questions questions = new Questions();
    private List<NetworkAdapter> adapters = List.of();

    /** These are the adapters from now on; what is not answering is asked again, because it may be in reach now. */
    public void adapters(List<NetworkAdapter> present, WireTime now) {
        adapters = List.copyOf(present);
        Set<String> names = adapters.stream().map(NetworkAdapter::name).collect(Collectors.toSet());
        for (Entry entry : entries.values()) {
            for (Place place : entry.places()) {
                place.keepAdapters(names);
                questions.askSoon(place.at(), now);
            }
        }
        typed.keySet().forEach(at -> questions.askSoon(at, now));
    }

    /**
     * Takes in a sighting.
     *
     * @return false if the book is full and this station was not taken in
     */
    public boolean sighted(Sighting sighting) {
        WireTime now = sighting.seen();
        StationId serial = trueSerial(sighting);
        Optional<Entry> entry = entryOf(serial, now);
        if (entry.isEmpty()) {
            return false;
        }
        boolean wasGone = !entry.get().places().isEmpty() && isGone(entry.get(), now);
        entry.get().learn(sighting.facts());
        entry.get().alsoCalled(sighting.serial());
        Place place = entry.get().placeAt(sighting.at(), now);
        place.seen(sighting.source(), now);
        place.seenOn(sighting.adapter());
        questions.want(sighting.at(), now);
        if (wasGone) {
            questions.doubt(sighting.at(), now);
            questions.askSoon(sighting.at(), now);
        }
        return true;
    }

    /** The station said goodbye, which every source is to believe. */
    public void saidGoodbye(StationId station, WireTime now) {
        left(station, EnumSet.of(Source.MDNS, Source.UDP), now);
    }

    /** One source has no record of the station any more. */
    public void left(StationId station, Source source, WireTime now) {
        left(station, EnumSet.of(source), now);
    }

    private void left(StationId station, Set<Source> sources, WireTime now) {
        for (Entry entry : entries.values()) {
            if (entry.isCalled(station)) {
                for (Place place : entry.places()) {
                    sources.forEach(place::leave);
                    questions.doubt(place.at(), now);
                }
            }
        }
    }

    /**
     * The user typed in an address.
     *
     * @return false if there are {@value #MOST_TYPED} already
     */
    public boolean typedIn(HostPort at, WireTime now) {
        if (!typed.containsKey(at) && typed.size() >= MOST_TYPED) {
            return false;
        }
        typed.put(at, now);
        questions.want(at, now);
        questions.askSoon(at, now);
        entries.values().forEach(entry -> entry.place(at).ifPresent(place -> place.seen(Source.TYPED, now)));
        return true;
    }

    /** The user does not want a typed-in address any more; what only it knew disappears. */
    public void forget(HostPort at) {
        typed.remove(at);
        for (Entry entry : entries.values()) {
            Optional<Place> place = entry.place(at);
            place.ifPresent(known -> known.leave(Source.TYPED));
            if (place.isPresent() && !place.get().hasSource()) {
                entry.remove(at);
            }
        }
        entries.values().removeIf(entry -> entry.places().isEmpty());
    }

    /** The user wants to know now. */
    public void refresh(WireTime now) {
        wantedAddresses(now).forEach(at -> questions.askSoon(at, now));
    }

    /** Addresses whose turn it is to be asked for /api/info; each must be answered by {@link #answered}. */
    public List<HostPort> toAsk(WireTime now, int most) {
        Set<HostPort> wanted = wantedAddresses(now);
        wanted.forEach(at -> questions.want(at, now));
        questions.keepOnly(wanted);
        return questions.take(now, most);
    }

    /** What asking an address came to. */
    public void answered(HostPort at, Outcome<StationInfo> outcome, WireTime now) {
        switch (outcome) {
            case Outcome.Failed<StationInfo>(Problem cause) -> questions.answeredNo(at, cause, now);
            case Outcome.Ok<StationInfo>(StationInfo info) when StationId.isValid(info.objectId()) ->
                answeredBy(new StationId(info.objectId()), info, at, now);
            case Outcome.Ok<StationInfo> _ ->
                questions.answeredNo(at, Problem.of(ProblemCode.NOT_A_STATION, at.toString()), now);
        }
    }

    /** What to show, by serial number, typed-in addresses without one at the end. */
    public List<Found> found(WireTime now) {
        entries.values().removeIf(entry -> isForgotten(entry, now));
        List<Found> found = new ArrayList<>();
        entries.values().forEach(entry -> found.add(describe(entry, now)));
        typed.forEach((at, since) -> {
            if (entries.values().stream().noneMatch(entry -> entry.place(at).isPresent())) {
                StationState state = stateAt(at, Set.of(), since);
                found.add(new Found(
                        Optional.empty(), at, KnownFacts.NONE, EnumSet.of(Source.TYPED), Set.of(), state));
            }
        });
        return List.copyOf(found);
    }

    /** When the next address is to be asked, given no news; empty when none waits. */
    public Optional<WireTime> nextQuestion() {
        return questions.nextDue();
    }

    private void answeredBy(StationId serial, StationInfo info, HostPort at, WireTime now) {
        questions.answeredYes(at, serial, now);
        Optional<Entry> entry = entryOf(serial, now);
        if (entry.isEmpty()) {
            return;
        }
        Entry owner = entry.get();
        Place place = owner.placeAt(at, now);
        for (Entry other : entries.values()) {
            if (other != owner && other.place(at).isPresent()) {
                place.takeOver(other.place(at).get());
                other.remove(at);
                owner.alsoCalled(other.serial());
                owner.learn(other.facts());
            }
        }
        entries.values().removeIf(other -> other.places().isEmpty());
        place.answered(now);
        if (typed.containsKey(at)) {
            place.seen(Source.TYPED, now);
        }
        owner.learn(KnownFacts.of(info.identity(), info.model(), info.firmware(), info.type()));
    }

    /** Who answered at an address is who lives there, whatever a source calls it. */
    private StationId trueSerial(Sighting sighting) {
        if (questions.of(sighting.at()) instanceof Questions.Answer.Yes(StationId serial, WireTime at)
                && !serial.equals(sighting.serial())
                && entries.containsKey(serial)) {
            if (sighting.seen().since(at).compareTo(TRUST_IN_OTHER_NAME) > 0) {
                questions.askSoon(sighting.at(), sighting.seen());
            }
            return serial;
        }
        return sighting.serial();
    }

    /** The station's entry, new if there is room or a gone one makes some. */
    private Optional<Entry> entryOf(StationId serial, WireTime now) {
        if (!entries.containsKey(serial) && entries.size() >= MOST_STATIONS) {
            entries.values().stream()
                    .filter(entry -> isGone(entry, now))
                    .min(Comparator.comparing(Entry::lastSeen))
                    .ifPresent(oldest -> entries.remove(oldest.serial()));
            if (entries.size() >= MOST_STATIONS) {
                return Optional.empty();
            }
        }
        return Optional.of(entries.computeIfAbsent(serial, Entry::new));
    }

    private boolean isForgotten(Entry entry, WireTime now) {
        return entry.places().isEmpty()
                || (isGone(entry, now) && now.since(entry.lastSeen()).compareTo(GONE_IS_SHOWN_FOR) > 0);
    }

    private boolean isGone(Entry entry, WireTime now) {
        return entry.places().stream().noneMatch(place -> isAlive(place, now));
    }

    private boolean isAlive(Place place, WireTime now) {
        Questions.Answer answer = questions.of(place.at());
        return !place.sources(now, answer).isEmpty()
                || (answer instanceof Questions.Answer.Yes yes
                        && now.since(yes.at()).compareTo(ANSWER_COUNTS_FOR) < 0);
    }

    private Set<HostPort> wantedAddresses(WireTime now) {
        Set<HostPort> wanted = new HashSet<>(typed.keySet());
        for (Entry entry : entries.values()) {
            entry.places().stream().filter(place -> isAlive(place, now)).forEach(place -> wanted.add(place.at()));
        }
        return wanted;
    }

    private Found describe(Entry entry, WireTime now) {
        List<Place> best = entry.bestFirst(Comparator.comparingInt(place -> rank(place, now)));
        Set<Source> sources = EnumSet.noneOf(Source.class);
        Set<String> seenOn = new TreeSet<>();
        for (Place place : best) {
            sources.addAll(place.sources(now, questions.of(place.at())));
            seenOn.addAll(place.adapters());
        }
        Place shown = best.getFirst();
        StationState state =
                isGone(entry, now)
                        ? new StationState.Gone(entry.lastSeen())
                        : stateAt(shown.at(), shown.adapters(), shown.lastSeen());
        return new Found(Optional.of(entry.serial()), shown.at(), entry.facts(), sources, seenOn, state);
    }

    /** 0 answers, 1 in reach, 2 in another subnet, 3 no longer seen. */
    private int rank(Place place, WireTime now) {
        if (!isAlive(place, now)) {
            return 3;
        }
        if (questions.of(place.at()) instanceof Questions.Answer.Yes) {
            return 0;
        }
        return SubnetRule.inReach(place.at().host(), adapters) ? 1 : 2;
    }

    private StationState stateAt(HostPort at, Set<String> seenOn, WireTime known) {
        Questions.Answer answer = questions.of(at);
        if (answer instanceof Questions.Answer.Yes) {
            return new StationState.Reachable();
        }
        if (!SubnetRule.inReach(at.host(), adapters)) {
            return Ipv4Address.parse(at.host())
                    .flatMap(address -> SubnetRule.advice(address, adapters, seenOn, takenAddresses()))
                    .<StationState>map(StationState.InOtherSubnet::new)
                    .orElseGet(() ->
                            new StationState.FoundNotAnswering(known, Problem.of(ProblemCode.NO_ADAPTER)));
        }
        return answer instanceof Questions.Answer.No(WireTime since, _, Problem cause)
                ? new StationState.FoundNotAnswering(since, cause)
                : new StationState.Asking();
    }

    private Set<Ipv4Address> takenAddresses() {
        Stream<HostPort> places =
                entries.values().stream().flatMap(entry -> entry.places().stream()).map(Place::at);
        return Stream.concat(typed.keySet().stream(), places)
                .flatMap(at -> Ipv4Address.parse(at.host()).stream())
                .collect(Collectors.toSet());
    }
}
