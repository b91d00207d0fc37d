package plugwright.station.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sharing on sites whose outcome is plain to see; random ones are the business of the module {@code proofs}. */
class MaxMinSharingTest {

    @Test
    @Tag("SLB-1")
    void keepsAFloorAndGivesTheRestToTheOther() {
        SharingProblem problem = new SharingProblem(2, 1);
        for (int i = 0; i < 2; i++) {
            problem.join(i, 0);
            problem.phases(i, 1);
            problem.cap(i, 32_000);
        }
        problem.floor(0, 14_000);
        problem.floor(1, 6_000);
        problem.limit(0, 0, 25_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(14_000);
        assertThat(sharing.milliampere(1)).isEqualTo(11_000);
    }

    @Test
    void losesNothingToDivisionWhenLevelsFollowOneAnother() {
        // Three share 10 A on L1; one of them meets a fourth on L2 under 20 A; that one meets a fifth on L3 under 30 A.
        SharingProblem problem = new SharingProblem(5, 3);
        int[] masks = {1, 1, 3, 6, 4};
        for (int i = 0; i < masks.length; i++) {
            problem.phases(i, masks[i]);
            problem.floor(i, 1_000);
            problem.cap(i, 63_000);
            problem.join(i, 0);
        }
        problem.limit(0, 0, 10_000);
        problem.limit(0, 1, 20_000);
        problem.limit(0, 2, 30_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true, true, true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(3_333);
        // Exactly 15 and 15, though 20 − 3.333… would leave more.
        assertThat(sharing.milliampere(3)).isEqualTo(15_000);
        assertThat(sharing.milliampere(4)).isEqualTo(15_000);
    }

    @Test
    @Tag("SLB-1")
    void namesTheNarrowestPhaseWhenAllSocketsLoadAllPhases() {
        SharingProblem problem = new SharingProblem(2, 1);
        for (int i = 0; i < 2; i++) {
            problem.join(i, 0);
            problem.join(i, 0);
            problem.phases(i, 7);
            problem.floor(i, 6_000);
            problem.cap(i, 32_000);
        }
        problem.limit(0, 0, 30_000);
        problem.limit(0, 1, 25_000);
        problem.limit(0, 2, 26_000);
        MaxMinSharing sharing = new MaxMinSharing(problem);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(12_500);
        assertThat(sharing.bound(0)).isEqualTo(1);

        problem.limit(0, 2, 20_000);
        sharing.share(new boolean[] {true, false});
        assertThat(sharing.milliampere(0)).isEqualTo(20_000);
        assertThat(sharing.bound(0)).isEqualTo(2);
        assertThat(sharing.bound(1)).isEqualTo(MaxMinSharing.NOT_ADMITTED);

        // On other phases from now on: they no longer meet.
        problem.phases(0, 1);
        problem.phases(1, 2);
        sharing.share(new boolean[] {true, true});
        assertThat(sharing.milliampere(0)).isEqualTo(30_000);
        assertThat(sharing.milliampere(1)).isEqualTo(25_000);
    }
}
