package plugwright.station.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;
import plugwright.session.Fingerprint;
import plugwright.session.HttpsTransport;
import plugwright.session.Reply;
import plugwright.session.Request;

/** The tool's connection against a server that answers by bytes, right ones and wrong ones. */
class ToolTransportTest {

    private static final Request INFO = Request.get("/api/info");
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: alfen/json\r\nContent-Length: ";

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    /** Answers each connection's requests with these bytes, then closes. */
    private HostPort serve(ServerSocket on, String answer) {
        server = on;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                    readHead(client.getInputStream());
                    requests.incrementAndGet();
                    client.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                    client.getOutputStream().flush();
                } catch (IOException gone) {
                    // The client broke off, or the test is over.
                    continue;
                }
            }
        });
        return new HostPort("127.0.0.1", on.getLocalPort());
    }

    private static void readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("broke off");
            }
            head.append((char) next);
        }
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    private static ServerSocket tls() throws Exception {
        KeyStore keys = StationCertificate.make(
                new StationId("ACE0000001"), Instant.parse("2026-01-01T00:00:00Z"), new SecureRandom());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
    }

    private static Outcome<Reply> ask(HostPort at) {
        try (HttpsTransport transport = new HttpsTransport(at)) {
            return transport.exchange(INFO);
        }
    }

    private static ProblemCode code(Outcome<Reply> outcome) {
        return ((Outcome.Failed<Reply>) outcome).problem().code();
    }

    @Test
    void readsAWholeReply() throws Exception {
        Outcome<Reply> reply = ask(serve(tls(), HEAD + "2\r\n\r\n{}"));
        assertThat(reply.map(r -> new String(r.body(), StandardCharsets.UTF_8))).isEqualTo(Outcome.ok("{}"));
    }

    @Test
    void saysCutShortWhenTheReplyEndsEarly() throws Exception {
        assertThat(code(ask(serve(tls(), HEAD + "100\r\n\r\n{\"Identity\":")))).isEqualTo(ProblemCode.REPLY_CUT_SHORT);
    }

    @Test
    void saysTooLongWhenTheReplyNeverEnds() throws Exception {
        String body = "x".repeat(1 << 21);
        assertThat(code(ask(serve(tls(), HEAD + body.length() + "\r\n\r\n" + body))))
                .isEqualTo(ProblemCode.REPLY_TOO_LONG);
    }

    @Test
    void saysLostWhenTheConnectionClosesWithoutAReply() throws Exception {
        assertThat(code(ask(serve(tls(), "")))).isEqualTo(ProblemCode.CONNECTION_LOST);
    }

    @Test
    void saysNoStationWhenTheServerSpeaksNoTls() throws Exception {
        ServerSocket talker = plain();
        server = talker;
        Thread.ofVirtual().start(() -> {
            try (Socket client = talker.accept()) {
                client.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.UTF_8));
                client.getOutputStream().flush();
                var _ = client.getInputStream().readAllBytes();
            } catch (IOException over) {
                return;
            }
        });
        assertThat(code(ask(new HostPort("127.0.0.1", talker.getLocalPort())))).isEqualTo(ProblemCode.NOT_A_STATION);
    }

    @Test
    void saysRefusedWhenNothingListens() throws Exception {
        server = plain();
        int port = server.getLocalPort();
        server.close();
        assertThat(code(ask(new HostPort("127.0.0.1", port)))).isEqualTo(ProblemCode.CONNECTION_REFUSED);
    }

    @Test
    void sendsNothingWhenAnotherKeyIsRequired() throws Exception {
        HostPort at = serve(tls(), HEAD + "2\r\n\r\n{}");
        try (HttpsTransport transport = new HttpsTransport(at)) {
            transport.require(new Fingerprint("ab".repeat(32)));
            assertThat(code(transport.exchange(INFO))).isEqualTo(ProblemCode.CERTIFICATE_CHANGED);
        }
        assertThat(requests.get()).isZero();
    }
}
