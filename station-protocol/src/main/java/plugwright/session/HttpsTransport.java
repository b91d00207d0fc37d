package plugwright.session;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import plugwright.api.ApiPath;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** HTTPS over one kept-alive connection; certificates are judged by {@link PinnedTrust} alone. */
public final class HttpsTransport implements Transport {

    /** The longest reply of a station is a page of 32 properties, some 10 kB; a log page may be longer. */
    static final int MAX_REPLY_BYTES = 1 << 20;

    /** On a LAN a connection opens at once or not at all. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Real stations answer within a second, a busy one within a few. */
    static final Duration REPLY_TIMEOUT = Duration.ofSeconds(10);

    private final HostPort station;
    private final PinnedTrust trust = new PinnedTrust();
    private final BasicHttpClientConnectionManager connection;
    private final CloseableHttpClient client;

    /** Opens nothing yet. */
    public HttpsTransport(HostPort station) {
        this.station = station;
        TlsSocketStrategy tls = new DefaultClientTlsStrategy(
                context(trust), HostnameVerificationPolicy.CLIENT, NoopHostnameVerifier.INSTANCE);
        this.connection = BasicHttpClientConnectionManager.create(
                RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build());
        connection.setConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(CONNECT_TIMEOUT))
                .setSocketTimeout(timeout(REPLY_TIMEOUT))
                .build());
        this.client = HttpClients.custom()
                .setConnectionManager(connection)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(REPLY_TIMEOUT))
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Plugwright")
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static SSLContext context(PinnedTrust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has TLS", impossible);
        }
    }

    @Override
    public Outcome<Reply> exchange(Request request) {
        ClassicRequestBuilder builder = (request.method() == Request.Method.GET
                        ? ClassicRequestBuilder.get()
                        : ClassicRequestBuilder.post())
                .setHttpHost(new HttpHost("https", station.host(), station.port()))
                .setPath(request.target());
        if (request.method() == Request.Method.POST) {
            builder.setEntity(new ByteArrayEntity(request.body(), ContentType.create(ApiPath.REQUEST_CONTENT_TYPE)));
        }
        try {
            return client.execute(builder.build(), HttpsTransport::read);
        } catch (IOException failed) {
            closeConnection();
            return problem(failed);
        }
    }

    private static Outcome<Reply> read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return Outcome.ok(new Reply(response.getCode(), new byte[0]));
        }
        byte[] body = entity.getContent().readNBytes(MAX_REPLY_BYTES + 1);
        if (body.length > MAX_REPLY_BYTES) {
            throw new ReplyTooLongException();
        }
        return Outcome.ok(new Reply(response.getCode(), body));
    }

    /** Ends the connection as any other failure of it does. */
    private static final class ReplyTooLongException extends IOException {}

    private Outcome<Reply> problem(IOException failed) {
        String at = station.toString();
        return switch (failed) {
            case ReplyTooLongException _ ->
                Outcome.failed(ProblemCode.REPLY_TOO_LONG, Integer.toString(MAX_REPLY_BYTES));
            case SocketTimeoutException _ ->
                Outcome.failed(ProblemCode.NO_ANSWER, at, Long.toString(REPLY_TIMEOUT.toSeconds()));
            case NoRouteToHostException _ -> Outcome.failed(ProblemCode.NO_ROUTE, at);
            case UnknownHostException _ -> Outcome.failed(ProblemCode.UNKNOWN_HOST, station.host());
            case ConnectException refused -> Outcome.failed(
                    String.valueOf(refused.getMessage()).contains("timed out")
                            ? ProblemCode.NO_ANSWER
                            : unreachable(refused) ? ProblemCode.NO_ROUTE : ProblemCode.CONNECTION_REFUSED,
                    at,
                    Long.toString(CONNECT_TIMEOUT.toSeconds()));
            case SSLException _ when trust.refusedAKey() -> Outcome.failed(ProblemCode.CERTIFICATE_CHANGED, at);
            case SSLException broken when broken.getCause() instanceof IOException
                    || trust.peerKey().isPresent() ->
                Outcome.failed(ProblemCode.CONNECTION_LOST, at);
            case SSLException _ -> Outcome.failed(ProblemCode.NOT_A_STATION, at);
            case NoHttpResponseException _ -> Outcome.failed(ProblemCode.CONNECTION_LOST, at);
            case ConnectionClosedException _ -> Outcome.failed(ProblemCode.REPLY_CUT_SHORT);
            default -> failed.getCause() instanceof ProtocolException
                    ? Outcome.failed(ProblemCode.NOT_A_STATION, at)
                    : Outcome.failed(ProblemCode.CONNECTION_LOST, at);
        };
    }

    private static boolean unreachable(ConnectException refused) {
        return String.valueOf(refused.getMessage()).contains("unreachable");
    }

    @Override
    public Optional<Fingerprint> peerKey() {
        return trust.peerKey();
    }

    @Override
    public void require(Fingerprint key) {
        if (!trust.peerKey().map(key::equals).orElse(true)) {
            drop();
        }
        trust.require(key);
    }

    @Override
    public void drop() {
        closeConnection();
    }

    /** Closing the manager itself would close it for good; the next request shall open a new connection. */
    private void closeConnection() {
        connection.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
