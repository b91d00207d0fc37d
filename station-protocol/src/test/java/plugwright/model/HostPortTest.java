package plugwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DSC-1")
class HostPortTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.3.21,            10.0.3.21, 443",
        "' 127.0.0.2:1443 ',   127.0.0.2, 1443",
        "255.255.255.255:1,    255.255.255.255, 1",
        "ace0104711.local,     ace0104711.local, 443",
        "my_station:65535,     my_station, 65535"
    })
    void readsWhatIsTypedWhenItIsAnAddress(String typed, String host, int port) {
        assertThat(HostPort.parse(typed, HostPort.STATION_API_PORT)).contains(new HostPort(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", ":443", "10.0.3.256", "10.0.3", "1.2.3.4.5", "10.0.3.21:0", "10.0.3.21:65536", "10.0.3.21:https",
                "https://10.0.3.21", "10.0.3.21/info", "a b", "fe80::1"
            })
    void isEmptyWhenItIsNone(String typed) {
        assertThat(HostPort.parse(typed, HostPort.STATION_API_PORT)).isEmpty();
    }
}
