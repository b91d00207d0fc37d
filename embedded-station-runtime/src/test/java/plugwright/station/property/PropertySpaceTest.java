package plugwright.station.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.api.PropertyPage;
import plugwright.api.PropertyRow;
import plugwright.catalog.Catalogue;
import plugwright.catalog.Known;
import plugwright.catalog.Property;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;

class PropertySpaceTest {

    private static final Catalogue SHIPPED = Catalogue.shipped();

    private static PropertySpace of(StationShape shape) {
        return PropertySpace.ofNew(SHIPPED, shape, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "states", "scn", "meter2", "plugwright"})
    void pagesByThirtyTwoUntilTheTotalIsReached(String category) {
        PropertySpace space = of(StationShape.ofTwo());
        List<PropertyId> seen = new ArrayList<>();
        int total = space.page(category, 0, Map.of()).total();
        int requests = 0;
        while (seen.size() < total) {
            PropertyPage page = space.page(category, seen.size(), Map.of());
            assertThat(page.total()).isEqualTo(total);
            assertThat(page.offset()).isEqualTo(seen.size());
            assertThat(page.rows()).hasSizeBetween(1, 32);
            page.rows().forEach(row -> seen.add(row.id()));
            requests++;
        }
        assertThat(requests).isEqualTo((total + 31) / 32);
        assertThat(new LinkedHashSet<>(seen)).hasSize(total);
        assertThat(space.page(category, total, Map.of()).rows()).isEmpty();
    }

    @Test
    void servesEverythingTheTableMarksAsServedOnADouble() {
        PropertySpace space = of(StationShape.ofTwo());
        Set<String> expected = new TreeSet<>();
        SHIPPED.all().stream()
                .filter(p -> p.served() == Property.Served.BY_OUR_STATION)
                .filter(p -> !p.description().contains("Type E"))
                .forEach(p -> expected.add(p.id().toString()));
        Set<String> served = new TreeSet<>();
        for (String category : space.categories()) {
            for (int at = 0; at < space.page(category, 0, Map.of()).total(); at += 32) {
                space.page(category, at, Map.of()).rows().forEach(r -> served.add(r.id().toString()));
            }
        }
        assertThat(served).isEqualTo(expected);
    }

    @Test
    void servesNothingOfASecondSocketOnASingle() {
        PropertySpace space = of(StationShape.ofOne());
        // The words of the table are the oracle: they are not what the code goes by.
        List<String> left = SHIPPED.all().stream()
                .filter(p -> p.description().matches("(?i).*(socket 2|connector 2).*"))
                .filter(p -> space.find(p.id()).isPresent())
                .map(p -> p.id() + " " + p.description())
                .toList();
        assertThat(left).isEmpty();
        assertThat(space.categories()).doesNotContain("meter2");
        assertThat(space.find(Known.CONNECTOR_1_MAX_CURRENT)).isPresent();
    }

    @Test
    void showsLiveOverStoredOverFactoryOverCatalogue() {
        PropertyId id = Known.STATION_MAX_CURRENT;
        PropertySpace plain = of(StationShape.ofOne());
        PropertySpace factory =
                PropertySpace.ofNew(SHIPPED, StationShape.ofOne(), Map.of(id, PropertyValue.of(25.0)));
        assertThat(shown(plain, id, Map.of())).isEqualTo(PropertyValue.of(32.0));
        assertThat(shown(factory, id, Map.of())).isEqualTo(PropertyValue.of(25.0));
        PropertySpace stored = factory.with(id, PropertyValue.of(20.0));
        assertThat(shown(stored, id, Map.of())).isEqualTo(PropertyValue.of(20.0));
        assertThat(shown(stored, id, Map.of(id, PropertyValue.of(19.0)))).isEqualTo(PropertyValue.of(19.0));
        assertThat(stored.stored()).containsOnlyKeys(id);
    }

    private static PropertyValue shown(PropertySpace space, PropertyId id, Map<PropertyId, PropertyValue> live) {
        return space.byIds(List.of(id), 0, live).rows().getFirst().value();
    }

    @Test
    void neverShowsWhatMayOnlyBeWritten() {
        PropertySpace space = of(StationShape.ofOne()).with(Known.IDENTIFY, PropertyValue.of(17));
        assertThat(shown(space, Known.IDENTIFY, Map.of(Known.IDENTIFY, PropertyValue.of(17))))
                .isEqualTo(PropertyValue.of(0));
    }

    @Test
    void answersPaddedIdentifiersWithoutPadding() {
        PropertyPage page = of(StationShape.ofOne()).byIds(List.of(PropertyId.of("2221_0a")), 0, Map.of());
        assertThat(page.rows()).extracting(row -> row.id().toString()).containsExactly("2221_A");
    }

    @Test
    void leavesUnknownIdentifiersOut() {
        PropertyPage page = of(StationShape.ofOne())
                .byIds(List.of(PropertyId.of("1234_5"), Known.STATION_MAX_CURRENT), 0, Map.of());
        assertThat(page.rows()).hasSize(1);
        assertThat(page.total()).isEqualTo(1);
    }

    @Test
    void marksWhatCanOnlyBeRead() {
        PropertyPage page =
                of(StationShape.ofOne()).byIds(List.of(Known.LICENCE_FEATURES, Known.LICENCE_KEY), 0, Map.of());
        assertThat(page.rows())
                .extracting(PropertyRow::access)
                .containsExactly(PropertyRow.READ_ONLY, PropertyRow.READ_WRITE);
    }

    @Test
    void holdsChangesThatNeedARebootBackUntilTheNext() {
        PropertySpace booted = of(StationShape.ofTwo());
        PropertySpace now = booted.with(Known.LOAD_BALANCING_MODE, PropertyValue.of(1))
                .with(Known.STATION_MAX_CURRENT, PropertyValue.of(20.0));
        assertThat(now.number(Known.LOAD_BALANCING_MODE)).isEqualTo(1);
        PropertySpace effective = now.inEffect(booted);
        assertThat(effective.number(Known.LOAD_BALANCING_MODE)).isZero();
        assertThat(effective.number(Known.STATION_MAX_CURRENT)).isEqualTo(20.0);
        assertThat(now.inEffect(now).number(Known.LOAD_BALANCING_MODE)).isEqualTo(1);
    }
}
