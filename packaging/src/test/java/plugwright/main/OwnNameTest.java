package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import plugwright.api.LoginRequest;

class OwnNameTest {

    @Test
    void tellsUserAndComputer() {
        assertThat(OwnName.of("jan", "laptop-7")).isEqualTo("jan@laptop-7");
    }

    @Test
    void leavesTheDomainOut() {
        assertThat(OwnName.of("jan", "laptop-7.example.net")).isEqualTo("jan@laptop-7");
    }

    @Test
    void tellsTheUserAloneWhenTheComputerHasNoName() {
        assertThat(OwnName.of("jan", "")).isEqualTo("jan");
        assertThat(OwnName.of("jan", "localhost.localdomain")).isEqualTo("jan");
        assertThat(OwnName.of("jan", "10.0.3.7")).isEqualTo("jan");
        assertThat(OwnName.of("jan", "fe80::1")).isEqualTo("jan");
    }

    @Test
    void tellsTheProgramWhenNobodyHasAName() {
        assertThat(OwnName.of("", " ")).isEqualTo(OwnName.NOBODY);
    }

    @Test
    void isNoLongerThanALogInMayGive() {
        assertThat(OwnName.of("jan.van.der.heijden", "installation-laptop-17"))
                .hasSize(LoginRequest.MAX_DISPLAY_NAME)
                .startsWith("jan.van.der.heijden@install");
    }

    @Test
    void takesControlCharactersOut() {
        assertThat(OwnName.of("jan\n", "lap\u0007top")).isEqualTo("jan@laptop");
    }

    @Test
    void takesTheComputersNameFromTheEnvironmentWhenItIsThere() {
        assertThat(OwnName.ofThisComputer(Map.of("COMPUTERNAME", "LAPTOP-7")))
                .isEqualTo(OwnName.of(System.getProperty("user.name", ""), "LAPTOP-7"));
    }
}
