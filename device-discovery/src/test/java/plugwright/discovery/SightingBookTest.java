package plugwright.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Ipv4Subnet;
import plugwright.model.NetworkAdapter;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.model.WireTime;

class SightingBookTest {

    private static final StationId A = new StationId("ACE0000001");
    private static final StationId B = new StationId("ACE0000002");
    private static final HostPort AT = new HostPort("10.0.3.21", 443);
    private static final HostPort ELSEWHERE = new HostPort("10.0.3.99", 443);
    private static final NetworkAdapter WIRE = adapter("eth0", "10.0.3.5", 24);
    private static final NetworkAdapter RADIO = adapter("wlan0", "10.0.3.6", 24);
    private static final KnownFacts TOLD = KnownFacts.of("CP-1", "", "7.0.0-4318", "2.1.1");

    private final SightingBook book = new SightingBook();

    @BeforeEach
    void anAdapterIsThere() {
        book.adapters(List.of(WIRE, RADIO), at(0));
    }

    @Tag("DSC-1")
    @Test
    void keepsOneEntryWhenBothSourcesAndTwoAdaptersSeeAStation() {
        see(A, AT, Source.MDNS, "eth0", KnownFacts.NONE, 0);
        see(A, AT, Source.MDNS, "wlan0", TOLD, 1);
        see(A, AT, Source.UDP, "eth0", KnownFacts.of("", "NG910-60023", "", ""), 1);
        see(A, AT, Source.MDNS, "eth0", KnownFacts.NONE, 2);
        assertThat(book.found(at(2))).singleElement().satisfies(found -> {
            assertThat(found.serial()).contains(A);
            assertThat(found.sources()).containsExactlyInAnyOrder(Source.MDNS, Source.UDP);
            assertThat(found.adapters()).containsExactlyInAnyOrder("eth0", "wlan0");
            assertThat(found.facts()).isEqualTo(KnownFacts.of("CP-1", "NG910-60023", "7.0.0-4318", "2.1.1"));
            assertThat(found.state()).isInstanceOf(StationState.Asking.class);
        });
    }

    @Tag("DSC-1")
    @Test
    void keepsOneEntryWhenInfoTellsAnotherSerialThanMdns() {
        see(new StationId("ng910-60023-1234567"), AT, Source.MDNS, "eth0", TOLD, 0);
        answerAll(1, A);
        see(new StationId("ng910-60023-1234567"), AT, Source.MDNS, "eth0", TOLD, 2);
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 3);
        assertThat(only(3).serial()).contains(A);
        assertThat(only(3).sources()).containsExactlyInAnyOrder(Source.MDNS, Source.UDP);
        book.left(new StationId("ng910-60023-1234567"), Source.MDNS, at(4));
        assertThat(only(4).sources()).containsExactly(Source.UDP);
    }

    @Tag("DSC-1")
    @Test
    void showsBothWhenAnAddressHasANewOwner() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        answerAll(0, A);
        see(A, ELSEWHERE, Source.UDP, "eth0", KnownFacts.NONE, 60);
        see(B, AT, Source.UDP, "eth0", KnownFacts.NONE, 60);
        assertThat(book.toAsk(at(60), 9)).containsExactlyInAnyOrder(AT, ELSEWHERE);
        book.answered(AT, ok(B), at(60));
        book.answered(ELSEWHERE, ok(A), at(60));
        assertThat(book.found(at(60))).extracting(Found::serial).containsExactly(Optional.of(A), Optional.of(B));
        assertThat(book.found(at(60))).extracting(Found::at).containsExactly(ELSEWHERE, AT);
    }

    @Tag("DSC-1")
    @Test
    void expiresAStationThatFallsSilent() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        answerAll(0, A);
        assertThat(only(60).state()).isEqualTo(new StationState.Reachable());
        refuseAll(130);
        assertThat(only(130).state()).isEqualTo(new StationState.Gone(at(0)));
        assertThat(book.toAsk(at(140), 9)).as("nobody asks a station that is gone").isEmpty();
        assertThat(only(890).state()).isEqualTo(new StationState.Gone(at(0)));
        assertThat(book.found(at(901))).as("after a quarter of an hour it is no longer listed").isEmpty();
    }

    @Tag("DSC-1")
    @Test
    void showsAStationAsNotAnsweringWhileItIsStillSeen() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        refuseAll(1);
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 30);
        refuseAll(31);
        assertThat(only(40).state()).isEqualTo(new StationState.FoundNotAnswering(at(1), refused()));
        assertThat(only(40).problem()).contains(Problem.of(ProblemCode.FOUND_NOT_ANSWERING, AT.toString()));
        answerAll(60, A);
        assertThat(only(60).state()).isEqualTo(new StationState.Reachable());
    }

    @Tag("DSC-1")
    @Test
    void stopsBelievingMdnsWhenNothingAnswersForMinutes() {
        see(A, AT, Source.MDNS, "eth0", TOLD, 0);
        refuseAll(1);
        assertThat(only(170).state()).isInstanceOf(StationState.FoundNotAnswering.class);
        assertThat(only(182).state()).isInstanceOf(StationState.Gone.class);
    }

    @Tag("DSC-1")
    @Test
    void marksAStationGoneAtGoodbyeAndAsksAgainWhenItIsBack() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        see(A, AT, Source.MDNS, "eth0", TOLD, 0);
        answerAll(0, A);
        book.saidGoodbye(A, at(10));
        assertThat(only(10).state()).isEqualTo(new StationState.Gone(at(0)));
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 40);
        assertThat(only(40).state()).isInstanceOf(StationState.Asking.class);
        assertThat(book.toAsk(at(40), 9)).containsExactly(AT);
    }

    @Tag("DSC-1")
    @Test
    void keepsAStationWhenOneOfTwoSourcesLosesIt() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        see(A, AT, Source.MDNS, "eth0", TOLD, 0);
        book.left(A, Source.MDNS, at(1));
        assertThat(only(1).sources()).containsExactly(Source.UDP);
        assertThat(only(1).state()).isInstanceOf(StationState.Asking.class);
    }

    @Tag("DSC-1")
    @Test
    void listsATypedInAddressUntilItIsForgotten() {
        book.typedIn(AT, at(0));
        assertThat(only(0).serial()).isEmpty();
        refuseAll(1);
        assertThat(only(1).state()).isEqualTo(new StationState.FoundNotAnswering(at(1), refused()));
        answerAll(10, A);
        assertThat(only(10).serial()).contains(A);
        assertThat(only(10).sources()).containsExactly(Source.TYPED);
        refuseAll(500);
        assertThat(only(5_000).state()).isEqualTo(new StationState.FoundNotAnswering(at(500), refused()));
        book.forget(AT);
        assertThat(book.found(at(5_001))).isEmpty();
    }

    @Tag("DSC-1")
    @Test
    void joinsATypedInAddressWithTheStationSeenThere() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        book.typedIn(AT, at(1));
        assertThat(only(1).sources()).containsExactlyInAnyOrder(Source.UDP, Source.TYPED);
        book.typedIn(new HostPort("station.example", 443), at(1));
        answerAll(2, A);
        assertThat(only(2).serial()).as("one station by two addresses").contains(A);
    }

    @Tag("DSC-2")
    @ParameterizedTest
    @CsvSource({
        // adapter, prefix, station, another subnet?, fitting
        "10.0.3.5, 24, 10.0.3.21, false,",
        "10.0.3.5, 24, 10.0.4.21, true, 10.0.4.200/24",
        "10.0.3.5, 16, 10.0.4.21, false,",
        "10.0.3.5, 24, 10.0.4.200, true, 10.0.4.201/24",
        "192.168.1.77, 24, 169.254.12.9, true, 169.254.12.200/16",
        "169.254.200.1, 16, 169.254.12.9, false,",
        "169.254.200.1, 16, 192.168.1.50, true, 192.168.1.200/24",
        "10.0.3.5, 24, 127.0.0.9, false,",
    })
    void tellsAnotherSubnetFromAddressesAndPrefixes(
            String own, int prefix, String station, boolean other, String fitting) {
        book.adapters(List.of(loopback(), adapter("eth0", own, prefix)), at(0));
        see(A, new HostPort(station, 443), Source.MDNS, "eth0", TOLD, 0);
        refuseAll(1);
        StationState state = only(1).state();
        if (other) {
            assertThat(state).isInstanceOfSatisfying(StationState.InOtherSubnet.class, it -> {
                assertThat(it.reason().adapter()).isEqualTo("label of eth0");
                assertThat(it.reason().fitting()).hasToString(fitting);
            });
            assertThat(only(1).problem()).contains(
                    Problem.of(ProblemCode.OTHER_SUBNET, A.serial(), "label of eth0", fitting));
        } else {
            assertThat(state).isInstanceOf(StationState.FoundNotAnswering.class);
        }
    }

    @Tag("DSC-2")
    @Test
    void saysReachableWhenAStationInAnotherSubnetAnswersThroughARouter() {
        HostPort routed = new HostPort("172.16.0.9", 443);
        book.typedIn(routed, at(0));
        assertThat(only(0).state()).isInstanceOf(StationState.InOtherSubnet.class);
        answerAll(1, A);
        assertThat(only(1).state()).isEqualTo(new StationState.Reachable());
    }

    @Tag("DSC-2")
    @Test
    void asksAgainWhenAnAdapterGetsAFittingAddress() {
        HostPort far = new HostPort("192.168.1.50", 443);
        see(A, far, Source.MDNS, "eth0", TOLD, 0);
        refuseAll(1);
        book.adapters(List.of(adapter("eth0", "192.168.1.200", 24)), at(2));
        assertThat(book.toAsk(at(2), 9)).containsExactly(far);
        assertThat(only(2).state()).isInstanceOf(StationState.FoundNotAnswering.class);
    }

    @Tag("DSC-2")
    @Test
    void marksStationsGoneWhenTheirOnlyAdapterGoes() {
        see(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0);
        see(B, ELSEWHERE, Source.UDP, "wlan0", KnownFacts.NONE, 0);
        book.adapters(List.of(RADIO), at(1));
        assertThat(book.found(at(1)))
                .extracting(found -> found.state().getClass().getSimpleName())
                .containsExactly("Gone", "Asking");
    }

    @Tag("DSC-2")
    @Test
    void saysThatThereIsNoAdapterWhenThereIsOnlyLoopback() {
        book.adapters(List.of(loopback()), at(0));
        book.typedIn(AT, at(0));
        assertThat(only(0).problem()).contains(Problem.of(ProblemCode.NO_ADAPTER));
    }

    @Test
    void asksGentlyAndSlowerWhenNobodyAnswers() {
        book.typedIn(AT, at(0));
        int questions = 0;
        for (int second = 0; second < 600; second++) {
            for (HostPort asked : book.toAsk(at(second), 9)) {
                questions++;
                book.answered(asked, Outcome.failed(refused()), at(second));
            }
        }
        // 0, 2, 6, 14, 30, 62, then each minute
        assertThat(questions).isEqualTo(14);
    }

    @Test
    void refusesANewStationWhenFullUnlessAGoneOneMakesRoom() {
        for (int i = 0; i < SightingBook.MOST_STATIONS; i++) {
            see(new StationId("S" + i), new HostPort("10.0." + i / 250 + "." + (1 + i % 250), 443), Source.UDP, "eth0",
                    KnownFacts.NONE, 0);
        }
        assertThat(book.sighted(sighting(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 0))).isFalse();
        book.saidGoodbye(new StationId("S5"), at(1));
        assertThat(book.sighted(sighting(A, AT, Source.UDP, "eth0", KnownFacts.NONE, 1))).isTrue();
        assertThat(book.found(at(1))).hasSize(SightingBook.MOST_STATIONS);
    }

    /** Whatever happens in whatever order: one line a serial number, and no typed-in address twice. */
    @Property(tries = 300)
    void neverShowsAStationTwice(@ForAll @Size(max = 60) List<@IntRange(min = 0, max = 719) Integer> steps) {
        SightingBook any = new SightingBook();
        any.adapters(List.of(WIRE, RADIO), at(0));
        int second = 0;
        for (int step : steps) {
            second += step % 7;
            StationId serial = step % 2 == 0 ? A : B;
            HostPort place = step / 2 % 3 == 0 ? AT : ELSEWHERE;
            switch (step / 6 % 6) {
                case 0 -> any.sighted(sighting(serial, place, Source.UDP, "eth0", KnownFacts.NONE, second));
                case 1 -> any.sighted(sighting(serial, place, Source.MDNS, "wlan0", TOLD, second));
                case 2 -> any.saidGoodbye(serial, at(second));
                case 3 -> any.typedIn(place, at(second));
                case 4 -> any.forget(place);
                default -> {
                    for (HostPort asked : any.toAsk(at(second), 9)) {
                        any.answered(asked, step % 5 == 0 ? Outcome.failed(refused()) : ok(serial), at(second));
                    }
                }
            }
            List<Found> found = any.found(at(second));
            assertThat(found.stream().flatMap(one -> one.serial().stream())).doesNotHaveDuplicates();
            assertThat(found.stream().filter(one -> one.serial().isEmpty()).map(Found::at)).doesNotHaveDuplicates();
            assertThat(found).hasSizeLessThanOrEqualTo(4);
        }
    }

    private void see(StationId id, HostPort place, Source source, String adapter, KnownFacts facts, int second) {
        assertThat(book.sighted(sighting(id, place, source, adapter, facts, second))).isTrue();
    }

    private static Sighting sighting(
            StationId id, HostPort place, Source source, String adapter, KnownFacts facts, int second) {
        return new Sighting(id, place, source, adapter, at(second), facts);
    }

    private void answerAll(int second, StationId as) {
        book.toAsk(at(second), 99).forEach(place -> book.answered(place, ok(as), at(second)));
    }

    private void refuseAll(int second) {
        book.toAsk(at(second), 99).forEach(place -> book.answered(place, Outcome.failed(refused()), at(second)));
    }

    private Found only(int second) {
        List<Found> found = book.found(at(second));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Outcome<StationInfo> ok(StationId serial) {
        return Outcome.ok(new StationInfo("", serial.serial(), "NG910-60023", "7.0.0-4318", "2.1.1", ""));
    }

    private static Problem refused() {
        return Problem.of(ProblemCode.CONNECTION_REFUSED, AT.toString());
    }

    private static NetworkAdapter adapter(String name, String address, int prefix) {
        return new NetworkAdapter(name, "label of " + name, List.of(new Ipv4Subnet(Stations.ipv4(address), prefix)));
    }

    private static NetworkAdapter loopback() {
        return Stations.LOOPBACK;
    }

    private static WireTime at(int second) {
        return new WireTime(Duration.ofSeconds(second).toNanos());
    }
}
