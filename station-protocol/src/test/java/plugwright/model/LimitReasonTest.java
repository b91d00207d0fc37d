package plugwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitReasonTest {

    @ParameterizedTest
    @EnumSource(ReasonKind.class)
    @Tag("DIA-2")
    void travelsAsCodeAndArgumentsAndHasAText(ReasonKind kind) {
        List<Integer> arguments = Collections.nCopies(kind.arguments().size(), 1);
        LimitReason reason = new LimitReason(kind, arguments);
        assertThat(LimitReason.parse(reason.code(), reason.argumentText())).contains(reason);
        assertThat(LimitReason.of(reason.code(), reason.arguments())).contains(reason);
        assertThat(LimitReasons.text(reason, Locale.ENGLISH, ZoneOffset.UTC)).isNotBlank().doesNotContain("{");
    }

    @Test
    void hasACodeForEachKindAndNoneTwice() {
        assertThat(List.of(ReasonKind.values()).stream().map(ReasonKind::code).collect(Collectors.toSet()))
                .hasSize(ReasonKind.values().length);
    }

    @Test
    @Tag("DIA-2")
    void saysWhyInWords() {
        LimitReason shared = LimitReason.of(
                ReasonKind.SHARED, 1, 2, LimitGroup.STATION_MAXIMUM.code(), 25_000);
        assertThat(LimitReasons.textWithLimit(new Ampere(12_500), shared, Locale.ENGLISH, ZoneOffset.UTC))
                .isEqualTo("12.5 A – shared on L1 with socket 2, station maximum 25 A");
        LimitReason below = LimitReason.of(
                ReasonKind.CAP_BELOW_MINIMUM, 14_000, 10_000, ReasonKind.CABLE.code());
        assertThat(LimitReasons.text(below, Locale.ENGLISH, ZoneOffset.UTC))
                .isEqualTo("the vehicle needs 14 A, but the cable allows 10 A");
        LimitReason turn = LimitReason.of(ReasonKind.WAITING_TURN, 1_700_000_000);
        assertThat(LimitReasons.text(turn, Locale.GERMANY, ZoneOffset.UTC)).contains("22:13:20");
        assertThat(LimitReasons.text(turn, Locale.US, ZoneOffset.UTC)).contains("22:13:20");
    }

    @Test
    void isAbsentWhenUnknownOrUnreadable() {
        assertThat(LimitReason.parse(9_999, "")).isEmpty();
        assertThat(LimitReason.parse(ReasonKind.SHARED.code(), "1,2")).isEmpty();
        assertThat(LimitReason.parse(ReasonKind.CABLE.code(), "x")).isEmpty();
        assertThat(LimitLink.parse("21:12500;junk;9999:1;10:16000"))
                .containsExactly(
                        new LimitLink(ReasonKind.SHARED, new Ampere(12_500)),
                        new LimitLink(ReasonKind.SOCKET_MAXIMUM, Ampere.of(16)));
        assertThat(LimitLink.parse("")).isEmpty();
    }
}
