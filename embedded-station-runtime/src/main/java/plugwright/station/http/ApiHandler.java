package plugwright.station.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import java.nio.ByteBuffer;
import plugwright.model.WireTime;

/** Brings requests that the server has read to the station whose connector they came in by, and its replies back. */
final class ApiHandler extends Handler.Abstract {

    private static final int READ_BYTES = 8_192;

    private final Supplier<WireTime> clock;

    ApiHandler(Supplier<WireTime> clock) {
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        StationListener listener = (StationListener) request.getConnectionMetaData().getConnector();
        ConnectionId from = new ConnectionId(request.getConnectionMetaData().getId());
        ApiRequest read = new ApiRequest(
                request.getMethod(), Request.getPathInContext(request), query(request), body(request));
        ApiReply reply = listener.responder().answer(read, from, clock.get());
        response.setStatus(reply.status());
        reply.contentType().ifPresent(type -> response.getHeaders().put(HttpHeader.CONTENT_TYPE, type));
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        if (reply.afterwards() instanceof ApiReply.Afterwards.Close) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        response.write(true, ByteBuffer.wrap(reply.body()), Callback.from(callback, () -> listener.after(reply)));
        return true;
    }

    private static Map<String, String> query(Request request) {
        Map<String, String> query = new HashMap<>();
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValues().getFirst());
        }
        return query;
    }

    private static ApiRequest.Body body(Request request) throws IOException {
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return new ApiRequest.Body.Chunked();
        }
        if (request.getLength() > ApiRequest.MAX_BODY_BYTES) {
            return new ApiRequest.Body.TooLong();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] buffer = new byte[READ_BYTES];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                bytes.write(buffer, 0, n);
            }
        }
        return new ApiRequest.Body.Whole(bytes.toByteArray());
    }
}
