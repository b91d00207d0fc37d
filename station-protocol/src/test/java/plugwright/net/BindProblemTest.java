package plugwright.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import plugwright.model.ProblemCode;

class BindProblemTest {

    @Test
    void tellsATakenPortFromAnAddressThatIsNotOurs() throws IOException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ServerSocket taken = new ServerSocket(0, 1, loopback)) {
            assertThat(code(loopback, taken.getLocalPort())).isEqualTo(ProblemCode.PORT_IN_USE);
        }
        // An address for documentation (RFC 5737): no machine has it.
        assertThat(code(InetAddress.getByName("192.0.2.1"), 0)).isEqualTo(ProblemCode.BAD_ARGUMENT);
    }

    @Test
    void knowsAPortThatNeedsPrivilege() {
        // Tests may run as root, whom no port is refused: what Linux says to others.
        IOException refused = new IOException("Failed to bind", new BindException("Permission denied"));
        assertThat(BindProblem.of(refused, "127.0.0.2", 443).code()).isEqualTo(ProblemCode.PORT_NOT_ALLOWED);
    }

    private static ProblemCode code(InetAddress address, int port) {
        try (ServerSocket opened = new ServerSocket(port, 1, address)) {
            throw new AssertionError("opened " + opened);
        } catch (IOException refused) {
            return BindProblem.of(new IOException("Failed to bind", refused), address.getHostAddress(), port)
                    .code();
        }
    }
}
