package plugwright.station.site;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** HTTP/1.1 by hand over one TLS connection: nothing between the test and the bytes. */
final class RawClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    private final SSLSocket socket;

    RawClient(String address, int port) throws IOException, GeneralSecurityException {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new TrustsAll()}, null);
        socket = (SSLSocket) tls.getSocketFactory().createSocket(address, port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.startHandshake();
    }

    record Reply(int status, String head, String body) {}

    X509Certificate certificate() throws IOException {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }

    Reply get(String target) throws IOException {
        return exchange("GET " + target + " HTTP/1.1\r\nHost: station\r\n\r\n", "");
    }

    Reply post(String target, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return exchange(
                "POST " + target + " HTTP/1.1\r\nHost: station\r\nContent-Type: application/json\r\nContent-Length: "
                        + length + "\r\n\r\n",
                body);
    }

    Reply login(String password) throws IOException {
        return post("/api/login", "{\"username\":\"admin\",\"password\":\"" + password + "\",\"displayname\":\"test\"}");
    }

    Reply exchange(String head, String body) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((head + body).getBytes(StandardCharsets.UTF_8));
        out.flush();
        return read(socket.getInputStream());
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after " + head);
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.US_ASCII);
        int at = text.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        text.substring(at + "content-length:".length(), text.indexOf('\r', at)).strip());
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Reply(Integer.parseInt(text.split(" ")[1]), text, body);
    }

    /** @return whether the other side has closed */
    boolean isAtEnd() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
