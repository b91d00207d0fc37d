package plugwright.station.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The API socket of one station: one address and port, one certificate, from boot to reboot. */
final class StationListener extends ServerConnector {

    /** Accepting is done by the selector's thread: a station has one or two clients. */
    private static final int NO_ACCEPTORS = 0;

    private static final int ONE_SELECTOR = 1;

    private final ApiResponder responder;
    private final Runnable reboot;
    private final Map<ConnectionId, Connection> open = new ConcurrentHashMap<>();

    StationListener(Server server, SslContextFactory.Server tls, ApiResponder responder, Runnable reboot) {
        super(
                server,
                NO_ACCEPTORS,
                ONE_SELECTOR,
                new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
                new HttpConnectionFactory(plain()));
        this.responder = responder;
        this.reboot = reboot;
        addBean(new Ends(open, responder::closed));
    }

    private static HttpConfiguration plain() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(false);
        // Clients call a station by its address; the certificate bears its serial number.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        return configuration;
    }

    ApiResponder responder() {
        return responder;
    }

    /** Does what follows a reply that has been sent. */
    void after(ApiReply reply) {
        switch (reply.afterwards()) {
            case ApiReply.Afterwards.Reboot() -> reboot.run();
            case ApiReply.Afterwards.CloseOther(ConnectionId other) -> {
                Connection connection = open.get(other);
                if (connection != null) {
                    connection.getEndPoint().close();
                }
            }
            case ApiReply.Afterwards.Close(), ApiReply.Afterwards.KeepOpen() -> {
                // Closing this one is said in the reply's head and done by the server.
            }
        }
    }

    /** Hears of connections that open and close; those of TLS below them have no identity and are passed over. */
    private record Ends(Map<ConnectionId, Connection> open, Consumer<ConnectionId> closed)
            implements Connection.Listener {
        @Override
        public void onOpened(Connection connection) {
            if (connection instanceof ConnectionMetaData http) {
                open.put(new ConnectionId(http.getId()), connection);
            }
        }

        @Override
        public void onClosed(Connection connection) {
            if (connection instanceof ConnectionMetaData http) {
                ConnectionId id = new ConnectionId(http.getId());
                open.remove(id);
                closed.accept(id);
            }
        }
    }
}
