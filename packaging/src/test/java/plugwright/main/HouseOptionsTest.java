package plugwright.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house that cannot be built is refused before any station runs. */
class HouseOptionsTest {

    @TempDir
    private Path folder;

    private String err = "";

    private int run(String... arguments) {
        StringWriter toErr = new StringWriter();
        int code = Main.run(
                arguments, Map.of("PLUGWRIGHT_DATA", folder.toString()), new PrintWriter(new StringWriter()),
                new PrintWriter(toErr));
        err = toErr.toString();
        return code;
    }

    @Test
    void namesTheLineOfATableThatIsWrong() throws IOException {
        Path table = Files.writeString(folder.resolve("loads.csv"), "seconds,house,pv\n0,1,0\n60,much,0\n");
        assertThat(run("station", "--house-meter", "p1-5", "--house", table.toString())).isNotZero();
        assertThat(err).contains("loads.csv", "line 3: house is \"much\"", "PW-640");
        assertThat(run("station", "--house-meter", "p1-5", "--house", folder.resolve("none.csv").toString())).isNotZero();
        assertThat(err).contains("none.csv", "PW-512");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--house-meter p1-3 | is p1-4, p1-5 or modbus:PRESET, not p1-3",
        "--house-meter modbus:unheard-of | unheard-of",
        "--house-meter p1-5 --house-meter-fault ill | known are well, silent, crc",
        "--house-meter p1-5 --house-meter-fault silent@soon | is like silent or silent@60",
        "--house-meter p1-5 --house-meter-includes all | is house or stations, not all",
        "--house-meter modbus:socomec --house-meter-port 70000 | is 0 to 65535",
        "--house-meter-fault silent | need --house-meter",
    })
    void saysWhatIsWrongWithAnOption(String options, String error) {
        assertThat(run(("station " + options).split(" "))).isNotZero();
        assertThat(err).contains(error);
    }
}
