package plugwright.license;

import java.time.LocalDate;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/**
 * Judges keys offline. What is wrong is told apart: typing, length, issuer, signature, form, product, station, date,
 * in this order, so that nothing a key says is believed before its signature is.
 *
 * @param trusted the issuers whose keys are accepted
 */
public record LicenceVerifier(TrustedIssuers trusted) {

    /**
     * Judges a key as it was typed.
     *
     * @param station the station that is to be unlocked
     * @param today the day by the station's clock, in UTC
     * @return the licence, or KEY_EMPTY, KEY_WRONG_LENGTH, KEY_MISTYPED (as {@link LicenceKey#parse}), or what
     *     {@link #verify(LicenceKey, StationId, LocalDate)} finds
     */
    public Outcome<Licence> verify(String text, StationId station, LocalDate today) {
        return LicenceKey.parse(text).flatMap(key -> verify(key, station, today));
    }

    /**
     * Judges a key that was read from a file.
     *
     * @return the licence, or KEY_ISSUER_UNKNOWN (key id), KEY_NOT_GENUINE, KEY_TOO_NEW, KEY_OTHER_PRODUCT,
     *     KEY_FOR_OTHER_STATION (this station), KEY_EXPIRED (its last day)
     */
    public Outcome<Licence> verify(LicenceKey key, StationId station, LocalDate today) {
        LicencePayload payload = key.payload();
        return trusted.publicKey(payload.keyId())
                .map(issuer -> Ed25519.isGenuine(issuer, Ed25519.message(key.payloadBytes()), key.signature())
                        ? judge(key, payload, station, today)
                        : Outcome.<Licence>failed(ProblemCode.KEY_NOT_GENUINE))
                .orElseGet(() -> Outcome.failed(
                        ProblemCode.KEY_ISSUER_UNKNOWN, Integer.toString(payload.keyId())));
    }

    private static Outcome<Licence> judge(
            LicenceKey key, LicencePayload payload, StationId station, LocalDate today) {
        if (payload.version() != LicencePayload.VERSION) {
            return Outcome.failed(ProblemCode.KEY_TOO_NEW);
        }
        if (payload.product() != LicencePayload.PRODUCT_STATION) {
            return Outcome.failed(ProblemCode.KEY_OTHER_PRODUCT);
        }
        if (!payload.isFor(station)) {
            return Outcome.failed(ProblemCode.KEY_FOR_OTHER_STATION, station.serial());
        }
        Optional<LocalDate> ended = payload.expiresOn().filter(today::isAfter);
        return ended.isPresent()
                ? Outcome.failed(ProblemCode.KEY_EXPIRED, ended.get().toString())
                : Outcome.ok(new Licence(key));
    }
}
