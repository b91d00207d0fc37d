package plugwright.ui.nav;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.HostPort;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.ui.station.StationRow;
import plugwright.ui.text.Texts;

class NavViewModelTest {

    @ParameterizedTest
    @CsvSource({
        "OTHER_SUBNET, other network",
        "NO_ADAPTER, no adapter for it",
        "FOUND_NOT_ANSWERING, does not answer",
        "PORT_IN_USE, see why"
    })
    void stationSaysItsReasonInAWordWhenItCannotBeUsed(ProblemCode code, String word) {
        Texts english = Texts.in(Locale.ENGLISH);
        StationRow row = new StationRow(
                new StationId("ACE0190077"),
                new HostPort("169.254.8.3", 443),
                "",
                "",
                new StationRow.Standing.Unusable(Problem.of(code)),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                StationRow.Origin.REAL);
        String key = NavViewModel.wordKey(row, NavItem.State.UNUSABLE, english::has);
        assertThat(english.get(key)).isEqualTo(word);
    }
}
