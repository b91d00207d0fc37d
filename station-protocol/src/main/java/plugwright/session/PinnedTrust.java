package plugwright.session;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trust on first use: until a key is required any is let through and remembered, afterwards only that one. Names and
 * dates in certificates count for nothing: stations sign their own, with names that do not match. One per connection.
 */
final class PinnedTrust extends X509ExtendedTrustManager {

    private volatile @Nullable Fingerprint required;
    private volatile @Nullable Fingerprint seen;
    private volatile boolean refused;

    void require(Fingerprint key) {
        required = key;
    }

    Optional<Fingerprint> peerKey() {
        return Optional.ofNullable(seen);
    }

    /** Whether the newest handshake showed another key than the required one. */
    boolean refusedAKey() {
        return refused;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("no certificate");
        }
        Fingerprint shown = Fingerprint.of(chain[0].getPublicKey());
        Fingerprint wanted = required;
        refused = wanted != null && !wanted.equals(shown);
        seen = shown;
        if (refused) {
            throw new CertificateException("another key than the accepted one");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
