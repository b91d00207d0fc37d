package plugwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One link of a socket's chain of limits: what it is and how much it allows by itself.
 *
 * @param kind which limit
 * @param limit what it allows, per phase
 */
public record LimitLink(ReasonKind kind, Ampere limit) {

    /** Joins a chain as the category {@code plugwright} carries it: {@code code:milliampere;…}, the leading link first. */
    public static String text(List<LimitLink> chain) {
        StringBuilder text = new StringBuilder();
        for (LimitLink link : chain) {
            text.append(text.isEmpty() ? "" : ";")
                    .append(link.kind.code())
                    .append(':')
                    .append(link.limit.milliampere());
        }
        return text.toString();
    }

    /** Reads {@link #text}; links that are unknown here are left out. */
    public static List<LimitLink> parse(String text) {
        List<LimitLink> chain = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            parseLink(part).ifPresent(chain::add);
        }
        return List.copyOf(chain);
    }

    private static Optional<LimitLink> parseLink(String part) {
        int colon = part.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            int milliampere = Integer.parseInt(part.substring(colon + 1));
            return ReasonKind.ofCode(Integer.parseInt(part.substring(0, colon)))
                    .map(kind -> new LimitLink(kind, new Ampere(milliampere)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }
}
