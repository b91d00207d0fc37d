package plugwright.api;

import java.util.List;

/**
 * One reply to GET /api/prop.
 *
 * @param rows at most {@value ApiPath#PROPERTIES_PER_PAGE}
 * @param offset where in the category the first row stands
 * @param total how many the category has
 */
public record PropertyPage(List<PropertyRow> rows, int offset, int total) {
    public PropertyPage {
        rows = List.copyOf(rows);
    }
}
