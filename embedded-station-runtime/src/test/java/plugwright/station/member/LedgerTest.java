package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.station.member.SocketLedger.Said;
import plugwright.station.member.SocketLedger.Vehicle;

/** What a coordinator counts for a socket: L' 9.518 s, E 5.5 s, silent after 5 s. */
@Tag("SCN-6")
class LedgerTest {

    private static final Takeover NO_TAKEOVER = new Takeover(2, 0);

    private static final long NOW = 1_000_000;
    private static final int L1 = 0b001;
    private static final int LONG = 600_000;
    private static final int SAFE = 6_000;
    private static final long[] NO_BUDGET = {Long.MAX_VALUE / 2, Long.MAX_VALUE / 2, Long.MAX_VALUE / 2};

    private final SocketLedger socket = new SocketLedger();

    private void vote(int amount, int applied, Vehicle vehicle, long now) {
        socket.vote(new Said(amount, L1, LONG, applied), vehicle, now, now);
    }

    @Test
    void countsWhatTheVoteSays() {
        vote(10_000, 0, Vehicle.FOLLOWED, NOW);
        assertThat(socket.count(0, NOW)).isEqualTo(10_000);
        assertThat(socket.count(1, NOW)).isZero();
    }

    @Test
    void countsEveryGrantUntilALaterOneIsConfirmed() {
        vote(6_000, 0, Vehicle.FOLLOWED, NOW);
        socket.sent(16_000, L1, 11, NOW);
        socket.sent(8_000, L1, 12, NOW + 200);
        vote(6_000, 0, Vehicle.FOLLOWED, NOW + 300);
        assertThat(socket.count(0, NOW + 300)).isEqualTo(16_000);
        vote(16_000, 11, Vehicle.FOLLOWED, NOW + 400);
        assertThat(socket.count(0, NOW + 400)).isEqualTo(16_000);
        vote(8_000, 12, Vehicle.FOLLOWED, NOW + 500);
        assertThat(socket.count(0, NOW + 500)).isEqualTo(8_000);
    }

    @Test
    void countsAnUnconfirmedGrantUntilItHasRunOutAndItsVehicleFollowed() {
        vote(6_000, 0, Vehicle.FOLLOWED, NOW);
        socket.sent(16_000, L1, 1, NOW);
        assertThat(socket.count(0, NOW + 9_518 + 5_499)).isEqualTo(16_000);
        assertThat(socket.count(0, NOW + 9_518 + 5_500)).isZero();
    }

    @Test
    void countsTheVehicleAfterALoweringUnlessItWasSeenToFollow() {
        vote(16_000, 0, Vehicle.FOLLOWED, NOW);
        vote(6_000, 0, Vehicle.MAY_DRAW_MORE, NOW + 100);
        assertThat(socket.count(0, NOW + 100 + 5_499)).isEqualTo(16_000);
        assertThat(socket.count(0, NOW + 100 + 5_500)).isEqualTo(6_000);
        vote(16_000, 0, Vehicle.FOLLOWED, NOW + 6_000);
        vote(6_000, 0, Vehicle.MAY_DRAW_MORE, NOW + 6_100);
        vote(6_000, 0, Vehicle.FOLLOWED, NOW + 6_900);
        assertThat(socket.count(0, NOW + 6_900)).isEqualTo(6_000);
    }

    @Test
    void reservesTheSafeCurrentOnAllPhasesWhenSilentOrUnknown() {
        assertThat(socket.countWithSafe(2, SAFE, NOW)).isEqualTo(SAFE);
        vote(0, 0, Vehicle.FOLLOWED, NOW);
        assertThat(socket.countWithSafe(2, SAFE, NOW + 5_000)).isZero();
        assertThat(socket.countWithSafe(2, SAFE, NOW + 5_001)).isEqualTo(SAFE);
    }

    @Test
    void countsTheHigherOfLeaseAndSafeWhileSilentAndThenTheSafeCurrent() {
        vote(16_000, 0, Vehicle.FOLLOWED, NOW);
        assertThat(socket.countWithSafe(0, SAFE, NOW + 15_017)).isEqualTo(16_000);
        assertThat(socket.countWithSafe(0, SAFE, NOW + 15_018)).isEqualTo(SAFE);
    }

    /** It votes, and could be at its safe current before a grant given to another now has run out. */
    @Test
    void reservesTheSafeCurrentWhenItCouldRiseBeforeAGrantHasRunOut() {
        long ranOut = 9_518 + 5_500;
        socket.vote(new Said(0, L1, 20_000, 0), Vehicle.FOLLOWED, NOW, NOW);
        // Its clock may be 1000 ppm faster than ours, twice that is counted: 20 s promised are 19.96 s here.
        assertThat(socket.countWithSafe(1, SAFE, NOW + 19_960 - ranOut)).isZero();
        assertThat(socket.countWithSafe(1, SAFE, NOW + 19_961 - ranOut)).isEqualTo(SAFE);
    }

    /** The promise is as old as the stamp of ours that the vote echoes, whenever it arrived. */
    @Test
    void countsAPromiseFromTheEchoAndNotFromTheReceipt() {
        socket.vote(new Said(0, L1, 20_000, 0), Vehicle.FOLLOWED, NOW - 4_500, NOW);
        assertThat(socket.countWithSafe(1, SAFE, NOW + 441)).isZero();
        assertThat(socket.countWithSafe(1, SAFE, NOW + 443)).isEqualTo(SAFE);
        assertThat(socket.isSilent(NOW + 501)).isTrue();
    }

    @Test
    void forgetsNothingWhenMoreGrantsAreOpenThanItCanKeepApart() {
        vote(0, 0, Vehicle.FOLLOWED, NOW);
        socket.sent(30_000, L1, 1, NOW);
        for (int i = 0; i < 30; i++) {
            socket.sent(6_000 + i, L1, 2 + i, NOW + i);
        }
        assertThat(socket.count(0, NOW + 100)).isEqualTo(30_000);
    }

    @Test
    void admitsARaiseOnlyIfAllFitsAndNothingWhileTheSumIsOver() {
        Membership members = members();
        Ledger ledger = new Ledger(2, SAFE);
        ledger.of(0).vote(new Said(10_000, L1, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        ledger.of(1).vote(new Said(6_000, L1, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        ledger.open(NOW, new int[] {20_000, 20_000, 20_000}, members, NO_TAKEOVER);
        assertThat(ledger.admit(1, L1, 10_001, NO_BUDGET)).isFalse();
        assertThat(ledger.admit(1, L1, 10_000, NO_BUDGET)).isTrue();
        assertThat(ledger.admit(0, L1, 10_001, NO_BUDGET)).as("its room was given").isFalse();
        ledger.open(NOW, new int[] {15_000, 15_000, 15_000}, members, NO_TAKEOVER);
        assertThat(ledger.admit(1, L1, 6_001, NO_BUDGET)).isFalse();
        assertThat(ledger.admit(1, L1, 6_000, NO_BUDGET)).as("no raise").isTrue();
    }

    @Test
    void admitsNoLargerSetOfPhasesThanFits() {
        Membership members = members();
        Ledger ledger = new Ledger(2, SAFE);
        ledger.of(0).vote(new Said(10_000, L1, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        ledger.of(1).vote(new Said(16_000, 0b010, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        ledger.open(NOW, new int[] {20_000, 20_000, 20_000}, members, NO_TAKEOVER);
        assertThat(ledger.admit(0, 0b011, 10_000, NO_BUDGET)).isFalse();
        assertThat(ledger.unraised(0, 0b011, 10_000)).isZero();
    }

    /** It says no more that it follows, and may go on with its lease all the same. */
    @Test
    void givesNoVotersShareAwayWhenItFallsSilentDuringATakeover() {
        Ledger ledger = new Ledger(3, SAFE);
        Takeover takeover = new Takeover(3, NOW);
        ledger.of(0).vote(new Said(10_000, L1, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        takeover.vote(0, ledger.of(0), NOW);
        ledger.of(1).vote(new Said(10_000, L1, LONG, 0), Vehicle.FOLLOWED, NOW, NOW);
        takeover.vote(1, ledger.of(1), NOW);
        long later = NOW + 5_100;
        ledger.of(1).vote(new Said(10_000, L1, LONG, 0), Vehicle.FOLLOWED, later, later);
        ledger.open(later, new int[] {60_000, 60_000, 60_000}, members(), takeover);
        assertThat(ledger.admit(1, L1, 10_001, takeover.budget(later))).isFalse();
    }

    private static Membership members() {
        return new Membership(
                new MemberIdentity(1, 1, java.util.OptionalLong.empty()),
                TestNetwork.settings(TestNetwork.network(2, 20, 6), 0, 1));
    }

    @Test
    void holdsANewCoordinatorsVotersToWhatTheyBroughtUntilAllOtherLeasesHaveRunOut() {
        Takeover takeover = new Takeover(2, NOW);
        vote(7_000, 0, Vehicle.FOLLOWED, NOW);
        takeover.vote(0, socket, NOW);
        assertThat(takeover.hasGathered(NOW + 999)).isFalse();
        assertThat(takeover.hasGathered(NOW + 1_000)).isTrue();
        assertThat(takeover.budget(NOW + 15_017)[0]).isEqualTo(7_000);
        assertThat(takeover.budget(NOW + 15_017)[1]).isZero();
        assertThat(takeover.isOver(NOW + 15_017)).isFalse();
        assertThat(takeover.isOver(NOW + 15_018)).isTrue();
    }

    @Test
    void waitsOnlyForVehiclesWhenAllHaveVoted() {
        Takeover takeover = new Takeover(1, NOW);
        vote(7_000, 0, Vehicle.FOLLOWED, NOW + 300);
        takeover.vote(0, socket, NOW + 300);
        vote(9_000, 0, Vehicle.FOLLOWED, NOW + 400);
        takeover.vote(0, socket, NOW + 400);
        assertThat(takeover.hasGathered(NOW + 400)).isTrue();
        assertThat(takeover.budget(NOW + 5_799)[0]).as("what it said first").isEqualTo(7_000);
        assertThat(takeover.isOver(NOW + 5_800)).isTrue();
    }
}
