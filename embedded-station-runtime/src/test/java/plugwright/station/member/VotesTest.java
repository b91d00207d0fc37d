package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.ReasonKind;
import plugwright.wire.scn.Ballot;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.Role;
import plugwright.wire.scn.ScnHeader;
import plugwright.wire.scn.ScnPacket;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.Source;
import plugwright.wire.scn.StationGrant;

/** One member, and others of which a test writes every packet: whom it follows, when it leads, what it obeys. */
@Tag("SCN-6")
class VotesTest {

    private static final long START = 500_000;
    private static final NetworkSettings NETWORK = TestNetwork.network(4, 32, 6);

    private final List<MemberEffect> done = new ArrayList<>();
    private long now = START;
    private int sequence;
    private ScnMember member = member(1, OptionalLong.of(digest()));

    private static long digest() {
        return TestNetwork.settings(NETWORK, 1, 1).digest();
    }

    /** Against the platform's own sha256sum of the text in docs/scn-protocol.md. */
    @Test
    void digestsTheSettingsAsTheDocumentSays() {
        assertThat(Long.toHexString(digest())).isEqualTo("41a980ecb86e2f84");
    }

    private static ScnMember member(int firstSocket, OptionalLong complete) {
        return new ScnMember(
                new MemberIdentity(50 + firstSocket, 7, complete), TestNetwork.settings(NETWORK, firstSocket, 1), START);
    }

    private ScnHeader header(int socket) {
        sequence++;
        return new ScnHeader("SCN1", 50 + socket, 3, sequence, digest(), (int) now + 77);
    }

    private void hear(int socket, Role role, Optional<Ballot> ballot) {
        hear(new Heartbeat(
                header(socket), role, Heartbeat.Contact.RELEASED, Heartbeat.Change.RUNNING, socket, 32_000,
                OptionalInt.empty(), new Source.None(), ballot,
                List.of(new SocketVote(
                        SocketVote.Use.FREE, SocketVote.Contactor.OPEN, SocketVote.Following.SURE, 7, 7, 0, 0, 21_000,
                        32_000, 10, 0, 0, 0, 0, 0))));
    }

    private void hear(ScnPacket packet) {
        member.receive(packet, now);
        done.addAll(member.step(now));
    }

    private void grant(int from, int milliampere, int voted) {
        hear(new GrantTable(
                header(from), from, OptionalInt.empty(), List.of(0, 0, 0), List.of(0, 0, 0),
                List.of(new StationGrant(1, 7, voted, List.of(new SocketGrant(milliampere, 7, GrantReason.SHARED)))),
                List.of()));
    }

    private void let(long millis) {
        for (long end = now + millis; now < end; now += Math.min(50, end - now)) {
            done.addAll(member.step(now));
        }
        done.addAll(member.step(now));
    }

    private Heartbeat said() {
        return done.stream()
                .filter(MemberEffect.Send.class::isInstance)
                .map(e -> ((MemberEffect.Send) e).packet())
                .filter(Heartbeat.class::isInstance)
                .map(Heartbeat.class::cast)
                .toList()
                .getLast();
    }

    private Role role() {
        return member.status(now).role();
    }

    private Optional<Integer> followed() {
        return member.status(now).coordinator();
    }

    private MemberStatus.Authority authority() {
        return member.status(now).authority();
    }

    /** A vote for this member that echoes what it said last. */
    private void voteFrom(int socket) {
        hear(socket, Role.MEMBER, Optional.of(new Ballot(51, 7, said().header().stamp(), 0)));
    }

    @Test
    void neitherVotesNorOffersInTheTimeForWhichAVoteOfBeforeItsStartMayCount() {
        while (now < START + 4_400) {
            hear(0, Role.LEADS, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(100);
            assertThat(followed()).isEmpty();
            assertThat(role()).isEqualTo(Role.MEMBER);
        }
        let(250);
        assertThat(followed()).contains(0);
    }

    @Test
    void followsWhoLeadsBeforeWhoOffersAndOfThoseTheLowestId() {
        let(4_400);
        hear(3, Role.LEADS, Optional.empty());
        hear(0, Role.OFFERS, Optional.empty());
        let(200);
        assertThat(followed()).contains(3);
    }

    @Test
    void followsTheLowestIdThatOffersAndSaysSoAtOnce() {
        let(4_400);
        hear(3, Role.OFFERS, Optional.empty());
        hear(2, Role.OFFERS, Optional.empty());
        let(250);
        assertThat(followed()).contains(2);
        let(400);
        assertThat(said().ballot()).map(Ballot::sender).contains(52);
    }

    @Test
    void keepsToWhomItFollowsForFourSecondsWhoeverElseLeads() {
        let(4_600);
        hear(3, Role.LEADS, Optional.empty());
        let(100);
        long heard = START + 4_600;
        while (now < heard + 3_950) {
            hear(0, Role.LEADS, Optional.empty());
            let(50);
            assertThat(followed()).contains(3);
        }
        let(250);
        assertThat(followed()).contains(0);
    }

    @Test
    void isFreeAtOnceWhenWhomItFollowsResigns() {
        let(4_600);
        hear(3, Role.LEADS, Optional.empty());
        hear(0, Role.OFFERS, Optional.empty());
        assertThat(followed()).contains(3);
        hear(3, Role.MEMBER, Optional.empty());
        assertThat(followed()).contains(0);
    }

    @Test
    void obeysOnlyWhomItFollows() {
        let(4_600);
        hear(3, Role.LEADS, Optional.empty());
        let(200);
        int voted = said().header().stamp();
        grant(0, 20_000, voted);
        assertThat(member.lease(0, 0)).isZero();
        grant(3, 20_000, voted);
        assertThat(member.lease(0, 0)).isEqualTo(20_000);
    }

    @Test
    void takesARepeatedOrOvertakenPacketForNothing() {
        let(4_600);
        hear(3, Role.LEADS, Optional.empty());
        let(200);
        int voted = said().header().stamp();
        GrantTable high = new GrantTable(
                header(3), 3, OptionalInt.empty(), List.of(0, 0, 0), List.of(0, 0, 0),
                List.of(new StationGrant(1, 7, voted, List.of(new SocketGrant(20_000, 7, GrantReason.SHARED)))), List.of());
        hear(high);
        grant(3, 6_000, voted);
        hear(high);
        assertThat(member.lease(0, 0)).isEqualTo(6_000);
        assertThat(member.droppedSoFar(plugwright.wire.scn.DropKind.OLD_SEQUENCE)).isEqualTo(1);
    }

    /** A confirmation can leave before the pilot was lowered: it does not say yet that the vehicle has followed. */
    @Test
    void saysThatAVehicleFollowsOnlyWhenItIsToldWhatWasGranted() {
        let(4_600);
        hear(3, Role.LEADS, Optional.empty());
        let(400);
        grant(3, 20_000, said().header().stamp());
        report(20_000);
        let(1_000);
        assertThat(said().sockets().getFirst().following()).isEqualTo(SocketVote.Following.SURE);
        hear(3, Role.LEADS, Optional.empty());
        grant(3, 6_000, said().header().stamp());
        let(500);
        assertThat(said().sockets().getFirst().lease()).isEqualTo(6_000);
        assertThat(said().sockets().getFirst().following()).isEqualTo(SocketVote.Following.NOT_SURE);
        report(6_000);
        let(500);
        assertThat(said().sockets().getFirst().following()).isEqualTo(SocketVote.Following.SURE);
    }

    private void report(int told) {
        member.report(
                0,
                new SocketReport(
                        SocketVote.Use.ASKING, SocketVote.Contactor.CLOSED, told, SocketVote.Following.SURE, 7, 7, 32_000,
                        ReasonKind.SOCKET_MAXIMUM, told, told, told, START),
                now);
    }

    private void lead() {
        while (now < START + 5_000) {
            hear(0, Role.MEMBER, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(200);
        }
        assertThat(role()).isEqualTo(Role.OFFERS);
        voteFrom(0);
    }

    /** Two of four sockets, with socket 0. */
    @Test
    void leadsWithHalfOfTheSocketsOnlyIfSocket0IsAmongThem() {
        while (now < START + 5_000) {
            hear(0, Role.MEMBER, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(200);
        }
        voteFrom(2);
        let(50);
        assertThat(authority()).isEqualTo(MemberStatus.Authority.NONE);
        voteFrom(0);
        assertThat(authority()).isEqualTo(MemberStatus.Authority.HELD);
    }

    /** A vote counts V less 0.2 % from the stamp that it echoes: the voter's clock may be faster. */
    @Test
    void losesAuthorityBeforeAVoterWithAFasterClockIsFree() {
        lead();
        long echoed = now - ((int) now - said().header().stamp());
        voteFrom(0);
        long until = echoed + 3_992;
        assertThat(until).isGreaterThan(now);
        while (now < until) {
            now++;
            done.addAll(member.step(now));
        }
        assertThat(authority()).isEqualTo(MemberStatus.Authority.HELD);
        now++;
        done.addAll(member.step(now));
        assertThat(authority()).isEqualTo(MemberStatus.Authority.NONE);
    }

    @Test
    void countsAVoteForNoOneElseAndNotForAnEarlierStart() {
        while (now < START + 5_000) {
            hear(0, Role.MEMBER, Optional.of(new Ballot(53, 7, said0(), 0)));
            hear(2, Role.MEMBER, Optional.of(new Ballot(51, 6, said0(), 0)));
            let(200);
        }
        assertThat(role()).isEqualTo(Role.OFFERS);
        assertThat(authority()).isEqualTo(MemberStatus.Authority.NONE);
    }

    private int said0() {
        return (int) now;
    }

    /** A member with the key that is broken, or lies: its new ids count only after it was looked at who has them. */
    @Test
    void takesNoVoteForIdsThatAMemberHasOnlyJustNamed() {
        lead();
        for (int first : new int[] {100, 1, 2}) {
            hear(new Heartbeat(
                    header(0), Role.MEMBER, Heartbeat.Contact.RELEASED, Heartbeat.Change.RUNNING, first, 32_000,
                    OptionalInt.empty(), new Source.None(), Optional.of(new Ballot(51, 7, said().header().stamp(), 0)),
                    List.of(new SocketVote(
                            SocketVote.Use.FREE, SocketVote.Contactor.OPEN, SocketVote.Following.SURE, 7, 7, 0, 0, 21_000,
                            32_000, 10, 0, 0, 0, 0, 0))));
        }
        let(400);
        assertThat(member.status(now).heard()).as("its own, and 2 which were heard before").isLessThanOrEqualTo(2);
    }

    @Test
    void losesAVoteAtOnceWhenTheVoterFollowsAnother() {
        lead();
        assertThat(authority()).isEqualTo(MemberStatus.Authority.HELD);
        hear(0, Role.MEMBER, Optional.of(new Ballot(53, 3, 0, 0)));
        assertThat(authority()).isEqualTo(MemberStatus.Authority.NONE);
    }

    /** Who resigned has let its voters go: a vote from before that binds nobody. */
    @Test
    void countsNoVoteFromBeforeItResigned() {
        while (now < START + 5_000) {
            hear(0, Role.MEMBER, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(200);
        }
        int before = said().header().stamp();
        hear(0, Role.OFFERS, Optional.empty());
        let(200);
        assertThat(role()).isEqualTo(Role.MEMBER);
        hear(0, Role.MEMBER, Optional.empty());
        let(400);
        assertThat(role()).isEqualTo(Role.OFFERS);
        hear(0, Role.MEMBER, Optional.of(new Ballot(51, 7, before, 0)));
        assertThat(authority()).isEqualTo(MemberStatus.Authority.NONE);
        voteFrom(0);
        assertThat(authority()).isEqualTo(MemberStatus.Authority.HELD);
    }

    @Test
    void takesItsOfferBackWhenNobodyVotesAndLetsOthersHaveTheirTurn() {
        long offered = 0;
        while (now < START + 20_000) {
            hear(0, Role.MEMBER, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(100);
            if (offered == 0 && role() == Role.OFFERS) {
                offered = now;
            }
            if (offered > 0 && now > offered + 3_800 && now < offered + 6_300) {
                assertThat(role()).as("at %d", now - offered).isEqualTo(Role.MEMBER);
            }
        }
        assertThat(offered).isGreaterThan(0);
    }

    @Test
    void doesNotOfferItselfWhileNoQuorumIsHeard() {
        while (now < START + 12_000) {
            hear(2, Role.MEMBER, Optional.empty());
            let(200);
            assertThat(role()).isEqualTo(Role.MEMBER);
        }
    }

    @Test
    void doesNotOfferItselfBeforeEverySocketWasSeenWithTheseSettings() {
        member = member(1, OptionalLong.of(1));
        while (now < START + 12_000) {
            hear(0, Role.MEMBER, Optional.empty());
            hear(2, Role.MEMBER, Optional.empty());
            let(200);
            assertThat(role()).isEqualTo(Role.MEMBER);
        }
        hear(3, Role.MEMBER, Optional.empty());
        let(400);
        assertThat(role()).isEqualTo(Role.OFFERS);
        assertThat(done).contains(new MemberEffect.KeepComplete(digest()));
    }

    @Test
    void startsAnewWhenItsClockGoesBack() {
        lead();
        assertThat(authority()).isEqualTo(MemberStatus.Authority.HELD);
        done.addAll(member.step(now - 3_600_000));
        assertThat(member.status(now - 3_600_000).authority()).isEqualTo(MemberStatus.Authority.NONE);
        assertThat(member.status(now - 3_600_000).basis()).isNotEqualTo(LimitBasis.GRANTED);
    }
}
