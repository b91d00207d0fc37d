package plugwright.discovery;

import java.util.Optional;

/**
 * What is known of a station so far; mDNS often tells it in pieces.
 *
 * @param identity charge box identity
 * @param model article code
 * @param firmware e.g. {@code 7.0.0-4318}
 * @param type "sockets.type1.type2", e.g. {@code 2.1.1}
 */
public record KnownFacts(
        Optional<String> identity, Optional<String> model, Optional<String> firmware, Optional<String> type) {

    public static final KnownFacts NONE =
            new KnownFacts(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Empty texts count as unknown. */
    public static KnownFacts of(String identity, String model, String firmware, String type) {
        return new KnownFacts(known(identity), known(model), known(firmware), known(type));
    }

    /** These facts with whatever the newer ones say in their place. */
    public KnownFacts updatedBy(KnownFacts newer) {
        return new KnownFacts(
                newer.identity.or(() -> identity),
                newer.model.or(() -> model),
                newer.firmware.or(() -> firmware),
                newer.type.or(() -> type));
    }

    private static Optional<String> known(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }
}
