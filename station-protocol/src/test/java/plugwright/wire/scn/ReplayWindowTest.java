package plugwright.wire.scn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SCN-7")
class ReplayWindowTest {

    private static final long SILENT = 5_000;

    private final ReplayWindow window = new ReplayWindow();

    @Test
    void takesEachPacketOnceAndOnlyInOrder() {
        assertThat(window.accept(1, 10, 0, SILENT)).isTrue();
        assertThat(window.accept(1, 10, 1, SILENT)).isFalse();
        assertThat(window.accept(1, 9, 2, SILENT)).isFalse();
        assertThat(window.accept(1, 12, 3, SILENT)).isTrue();
        assertThat(window.accept(1, 11, 4, SILENT)).isFalse();
    }

    @Test
    void neverTakesThatPacketAgainHoweverLongNothingElseCame() {
        assertThat(window.accept(1, 10, 0, SILENT)).isTrue();
        assertThat(window.accept(1, 10, 1_000_000, SILENT)).isFalse();
    }

    @Test
    void takesALaterStartAtOnceAndNothingOfAnEarlierOne() {
        assertThat(window.accept(1, 1_000, 0, SILENT)).isTrue();
        assertThat(window.accept(2, 1, 10, SILENT)).isTrue();
        assertThat(window.accept(1, 1_001, 20, SILENT)).isFalse();
    }

    @Test
    void takesAnyStartAfterSilenceAndTheRightOneAgain() {
        assertThat(window.accept(9, 1, 0, SILENT)).isTrue();
        assertThat(window.accept(4, 77, SILENT, SILENT)).isFalse();
        assertThat(window.accept(4, 77, SILENT + 1, SILENT)).isTrue();
        assertThat(window.accept(9, 2, SILENT + 2, SILENT)).isTrue();
    }

    @Test
    void goesOnBeyondHalfOfTheNumbers() {
        assertThat(window.accept(0x7fff_ffff, 0x7fff_ffff, 0, SILENT)).isTrue();
        assertThat(window.accept(0x7fff_ffff, 0x8000_0000, 1, SILENT)).isTrue();
        assertThat(window.accept(0x8000_0000, 1, 2, SILENT)).isTrue();
    }

    @Test
    void logsEachKindOnceAMinute() {
        DropCounts counts = new DropCounts();
        assertThat(counts.count(DropKind.WRONG_MAC, 0)).isEqualTo(1);
        assertThat(counts.count(DropKind.WRONG_MAC, 59_999)).isZero();
        assertThat(counts.count(DropKind.ABSURD, 60_000)).isEqualTo(1);
        assertThat(counts.count(DropKind.WRONG_MAC, 60_000)).isEqualTo(3);
        assertThat(counts.of(DropKind.WRONG_MAC)).isEqualTo(3);
    }
}
