package plugwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

class CatalogueTest {

    private static final Catalogue SHIPPED = Catalogue.shipped();

    @ParameterizedTest
    @CsvSource({
        "2062_0, generic, REAL32, READ_WRITE, A, 0, 64, 32, NOT_NEEDED",
        "2064_0, generic, UINT8, READ_WRITE, '', 0, 3, 0, NEEDED",
        "206A_0, generic, REAL32, READ_WRITE, A, 6, 32, 14, NOT_NEEDED",
        "2180_4, scn, UINT16, READ_WRITE, s, 60, 36000, 900, NOT_NEEDED",
        "5217_0, meter4, INT8, READ_WRITE, '', -1, 7, 5, NEEDED",
        "F003_2, plugwright, UINT16, READ_WRITE, s, 0, 600, 5, NOT_NEEDED",
        "F002_0, plugwright, UINT8, WRITE_ONLY, s, 0, 255, 0, NOT_NEEDED",
    })
    void knowsWhatTheTableSays(
            String id,
            String category,
            PropertyType type,
            Property.Access access,
            String unit,
            double min,
            double max,
            String initial,
            Property.Reboot reboot) {
        Property property = SHIPPED.get(PropertyId.of(id));
        assertThat(property.category()).isEqualTo(category);
        assertThat(property.type()).isEqualTo(type);
        assertThat(property.access()).isEqualTo(access);
        assertThat(property.unit()).isEqualTo(unit);
        assertThat(property.min()).hasValue(min);
        assertThat(property.max()).hasValue(max);
        assertThat(property.initial().orElseThrow().text()).isEqualTo(initial);
        assertThat(property.reboot()).isEqualTo(reboot);
    }

    @ParameterizedTest
    @ValueSource(strings = {"station-properties.tsv", "plugwright-properties.tsv"})
    void hasEveryRowOfTheTableWithAKnownType(String table) throws Exception {
        Set<String> ids = new HashSet<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Catalogue.class.getResourceAsStream(table), StandardCharsets.UTF_8))) {
            for (String line : reader.lines().skip(1).toList()) {
                String[] cells = line.split("\t", -1);
                if (cells[3].matches(".*\\(\\d+\\)")) {
                    assertThat(ids.add(cells[0])).as("%s stands once", cells[0]).isTrue();
                    assertThat(SHIPPED.find(PropertyId.of(cells[0]))).as(cells[0]).isPresent();
                }
            }
        }
        assertThat(ids).isNotEmpty();
    }

    @Test
    void startsEveryServedWritablePropertyWithAValueItWouldTake() {
        List<String> wrong = SHIPPED.all().stream()
                .filter(p -> p.served() == Property.Served.BY_OUR_STATION && p.access().isWritable())
                .filter(p -> p.initial().isPresent()
                        && PropertyRules.check(p, p.initial().get()) instanceof Outcome.Failed)
                .map(p -> p.id() + " " + p.initial())
                .toList();
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2221_22, 2221_22", "2221_0a, 2221_A", "2221_0A, 2221_A", "f000_0, F000_0", "206A_0, 206A_0"})
    void readsIdentifiersLenientlyAndWritesThemOneWay(String sent, String shown) {
        assertThat(PropertyId.parse(sent)).map(PropertyId::toString).contains(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "2221", "2221_", "221_0", "22210_0", "2221_00000", "222G_0", "2221_-1", "２２21_0"})
    void takesNothingElseForAnIdentifier(String text) {
        assertThat(PropertyId.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2062_0, 16.4, 16.4", "2062_0, ' 16 ', 16", "2180_4, 600, 600", "2180_4, 6e2, 600", "2053_0, Garage, Garage",
    })
    void readsWhatAUserTypes(String id, String typed, String text) {
        assertThat(PropertyRules.parse(SHIPPED.get(PropertyId.of(id)), typed).map(PropertyValue::text))
                .isEqualTo(Outcome.ok(text));
    }

    @ParameterizedTest
    @CsvSource({"2062_0, 1.6.4", "2062_0, '16,4'", "2062_0, ''", "2180_4, 1.5", "2180_4, 99999999999999999999"})
    void saysWhatIsNoNumber(String id, String typed) {
        assertThat(PropertyRules.parse(SHIPPED.get(PropertyId.of(id)), typed))
                .isEqualTo(Outcome.failed(ProblemCode.NOT_A_NUMBER, typed));
    }

    @Test
    void comparesReal32AsFloats() {
        PropertyValue sent = PropertyValue.of(222.2);
        PropertyValue answered = PropertyValue.of(222.19999694824219);
        assertThat(PropertyValue.same(PropertyType.REAL32, sent, answered)).isTrue();
        assertThat(PropertyValue.same(PropertyType.REAL64, sent, answered)).isFalse();
        assertThat(PropertyValue.same(PropertyType.REAL32, sent, PropertyValue.of(222.3))).isFalse();
    }
}
