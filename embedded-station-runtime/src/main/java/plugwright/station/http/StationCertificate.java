package plugwright.station.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import plugwright.model.StationId;

/** The self-signed certificate that a station makes at its first start: P-256, named after its serial number. */
public final class StationCertificate {

    /** The key store has no password: the file's rights guard it, as they guard the password file beside it. */
    private static final char[] NO_PASSWORD = {};

    private static final String TYPE = "PKCS12";
    private static final String ALIAS = "station";
    private static final String CURVE = "secp256r1";
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final int SERIAL_BITS = 127;

    /** Stations are never given another certificate: longer than they last. */
    private static final Duration VALID = Duration.ofDays(30L * 365);

    /** So that a client whose clock is slow takes it, too. */
    private static final Duration BACKDATED = Duration.ofDays(30);

    private StationCertificate() {}

    /** Makes a new key and certificate. */
    public static KeyStore make(StationId station, Instant now, SecureRandom random)
            throws GeneralSecurityException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE), random);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.CN, station.serial())
                .build();
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(new JcaX509v3CertificateBuilder(
                                    name,
                                    new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                                    Date.from(now.minus(BACKDATED)),
                                    Date.from(now.plus(VALID)),
                                    name,
                                    pair.getPublic())
                            .build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate())));
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(ALIAS, pair.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
            return store;
        } catch (OperatorCreationException noSuchSignature) {
            throw new GeneralSecurityException(noSuchSignature);
        }
    }

    /** For the state directory. */
    public static byte[] toBytes(KeyStore store) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, NO_PASSWORD);
        return bytes.toByteArray();
    }

    /** From the state directory. */
    public static KeyStore ofBytes(byte[] bytes) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(new ByteArrayInputStream(bytes), NO_PASSWORD);
        return store;
    }
}
