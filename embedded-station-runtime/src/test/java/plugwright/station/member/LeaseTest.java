package plugwright.station.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.wire.scn.GrantReason;
import plugwright.wire.scn.Heartbeat.Change;
import plugwright.wire.scn.SocketGrant;
import plugwright.wire.scn.StationGrant;

/** What a member may tell, with the figures of the protocol written out: L 9 s, L' 9.518 s, W 12 s. */
@Tag("SCN-4")
class LeaseTest {

    private static final int BOOT = 0x0001_0002;
    private static final long START = 1_000_000;
    private static final int ALL = 0b111;

    private final Lease lease = new Lease(1, START);

    @BeforeEach
    void prepare() {
        lease.safe(8_000);
        lease.connected(0, ALL);
    }

    private boolean grant(int milliampere, int sequence, long voted, long now) {
        return grant(milliampere, ALL, 2, sequence, voted, START, now);
    }

    private boolean grant(int milliampere, int phases, int boot, int sequence, long voted, long since, long now) {
        StationGrant grant = new StationGrant(
                0, boot, (int) voted, List.of(new SocketGrant(milliampere, phases, GrantReason.SHARED)));
        return lease.apply(grant, BOOT, sequence, since, now);
    }

    private int at(long moment) {
        lease.step(Change.RUNNING, moment);
        return lease.limit(0, ALL);
    }

    @Test
    void tells0AfterItsStartUntilTheSafeCurrentIsSurelyKeptFree() {
        assertThat(at(START)).isZero();
        assertThat(at(START + 21_517)).isZero();
        assertThat(at(START + 21_518)).isEqualTo(8_000);
    }

    @Test
    void tellsAGrantAtOnce() {
        assertThat(grant(10_000, 1, START + 500, START + 600)).isTrue();
        assertThat(at(START + 600)).isEqualTo(10_000);
    }

    @Test
    void expiresNineSecondsAfterTheVoteAndNotAfterTheReceipt() {
        grant(10_000, 1, START + 100, START + 4_100);
        assertThat(at(START + 9_099)).isEqualTo(10_000);
        assertThat(at(START + 9_100)).isEqualTo(8_000);
    }

    @Test
    void takesNoGrantThatHasRunOutOnItsWay() {
        assertThat(grant(10_000, 1, START + 100, START + 9_100)).isFalse();
        assertThat(at(START + 9_100)).isZero();
    }

    @Test
    void staysAtWhatIsLessThanSafeUntilTheRiseWaitIsOver() {
        grant(6_000, 1, START + 100, START + 200);
        assertThat(at(START + 9_100)).isEqualTo(6_000);
        assertThat(at(START + 100 + 21_517)).isEqualTo(6_000);
        assertThat(at(START + 100 + 21_518)).isEqualTo(8_000);
    }

    @Test
    void staysAt0WhenItHadNothing() {
        grant(0, 1, START + 100, START + 200);
        assertThat(at(START + 21_617)).isZero();
    }

    @Test
    void tellsNothingWhenTheSafeCurrentIsUnderSixAmpere() {
        MemberSettings settings = TestNetwork.settings(TestNetwork.network(2, 32, 5), 0, 1);
        lease.safe(settings.safeMilliampere());
        grant(10_000, 1, START + 100, START + 200);
        assertThat(at(START + 9_100)).isZero();
        assertThat(at(START + 60_000)).isZero();
    }

    @Test
    void lowersAtOnceWhenTheSafeCurrentFallsWhileItIsCutOff() {
        grant(10_000, 1, START + 100, START + 200);
        assertThat(at(START + 9_100)).isEqualTo(8_000);
        lease.safe(6_000);
        assertThat(at(START + 9_101)).isEqualTo(6_000);
    }

    @Test
    void takesNoGrantTwiceAndNoneThatWasOvertaken() {
        assertThat(grant(6_000, 5, START + 100, START + 200)).isTrue();
        assertThat(grant(20_000, 4, START + 150, START + 250)).isFalse();
        assertThat(grant(20_000, 5, START + 150, START + 250)).isFalse();
        assertThat(at(START + 250)).isEqualTo(6_000);
    }

    @Test
    void takesNoGrantForAVoteFromBeforeItFollowed() {
        assertThat(grant(20_000, ALL, 2, 1, START + 100, START + 101, START + 200)).isFalse();
        assertThat(grant(20_000, ALL, 2, 1, START + 101, START + 101, START + 200)).isTrue();
    }

    @Test
    void takesNoGrantForAVoteOfAnEarlierStartOrOfTheFuture() {
        assertThat(grant(20_000, ALL, 1, 1, START + 100, START, START + 200)).isFalse();
        assertThat(grant(20_000, ALL, 2, 1, START + 300, START, START + 200)).isFalse();
    }

    @Test
    void tells0OnAPhaseThatTheLeaseLacks() {
        grant(10_000, 0b001, 2, 1, START + 100, START, START + 200);
        lease.step(Change.RUNNING, START + 200);
        assertThat(lease.limit(0, 0b001)).isEqualTo(10_000);
        assertThat(lease.limit(0, 0b011)).isZero();
    }

    @Test
    void promisesNotToRiseForAsLongAsItWillNot() {
        grant(6_000, 1, START + 100, START + 200);
        lease.step(Change.RUNNING, START + 5_000);
        assertThat(lease.promise(0, START + 5_000)).isEqualTo(21_518 - 4_900);
        grant(9_000, 2, START + 5_000, START + 5_100);
        assertThat(lease.promise(0, START + 5_100)).isGreaterThan(100_000);
    }

    @Test
    void standsStillWhilePausedAndGoesOnAsAfterAStart() {
        grant(10_000, 1, START + 100, START + 200);
        lease.step(Change.PAUSED, START + 300);
        assertThat(lease.limit(0, ALL)).isZero();
        assertThat(grant(10_000, 2, START + 310, START + 320)).isFalse();
        lease.step(Change.PAUSED, START + 90_000);
        assertThat(at(START + 90_100)).isZero();
        assertThat(at(START + 90_000 + 21_517)).isZero();
        assertThat(at(START + 90_000 + 21_518)).isEqualTo(8_000);
    }
}
