package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

@Tag("MBM-2")
class MeterMapJsonTest {

    private static final String WHOLE = """
            {"name": "Hall meter", "function": 4, "wordOrder": "low-first", "direction": "from-power",
             "addressBase": "one-too-high", "maxRegisters": 50, "gaps": "not-readable",
             "currents": [{"register": 3000, "type": "float32", "scale": 0.001}, {"register": 1, "type": "uint16"}],
             "powers": [{"register": 3054, "type": "float32", "scale": 1000},
                        {"register": 60, "type": "int16", "scaleRegister": 61}]}""";

    @Test
    void readsEveryFieldOfAMap() {
        MeterMap expected = new MeterMap(
                "Hall meter",
                FunctionCode.INPUT,
                WordOrder.LOW_FIRST,
                Direction.FROM_POWER,
                50,
                MeterMap.Gaps.NOT_READABLE,
                List.of(
                        new Register(2_999, RegisterType.FLOAT32, new Scale.Factor(0.001)),
                        new Register(0, RegisterType.UINT16, Scale.ONE)),
                List.of(
                        new Register(3_053, RegisterType.FLOAT32, new Scale.Factor(1_000)),
                        new Register(59, RegisterType.INT16, new Scale.Exponent(60))),
                List.of());
        assertThat(MeterMapJson.read("hall.json", WHOLE)).isEqualTo(Outcome.ok(expected));
    }

    @Test
    void needsNoMoreThanFunctionAndCurrents() {
        assertThat(MeterMapJson.read("m.json", "{\"function\":3,\"currents\":[{\"register\":7,\"type\":\"int16\"}]}"))
                .isEqualTo(Outcome.ok(new MeterMap(
                        "m.json",
                        FunctionCode.HOLDING,
                        WordOrder.HIGH_FIRST,
                        Direction.NOT_TOLD,
                        125,
                        MeterMap.Gaps.READABLE,
                        List.of(new Register(7, RegisterType.INT16, Scale.ONE)),
                        List.of(),
                        List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "not json                                                                    | it is not JSON",
        "[]                                                                          | must be a JSON object",
        "{'function':3,'name':[1],'currents':[{'register':1,'type':'int16'}]}        | name must be a text",
        "{'function':3,'name':7,'currents':[{'register':1,'type':'int16'}]}          | name must be a text",
        "{'function':3,'currents':[{'register':1,'type':'int16','scale':1e999}]}     | m.json",
        "{'function':5,'currents':[{'register':1,'type':'int16'}]}                   | function must be 3 or 4",
        "{'currents':[{'register':1,'type':'int16'}]}                                | function must be a whole number",
        "{'function':3,'curents':[]}                                                 | \"curents\" is not a field",
        "{'function':3,'currents':[{'register':1,'typ':'int16'}]}                    | \"typ\" is not a field",
        "{'function':3,'currents':[{'register':1}]}                                  | type is missing",
        "{'function':3,'currents':[{'register':1,'type':'int24'}]}                   | int16, uint16, int32",
        "{'function':3,'currents':[{'register':-1,'type':'int16'}]}                  | not all within 0 to 65535",
        "{'function':3,'addressBase':'one-too-high','currents':[{'register':0,'type':'int16'}]} | within 0 to 65535",
        "{'function':3,'currents':[{'register':65535,'type':'int32'}]}               | not all within 0 to 65535",
        "{'function':3,'currents':[{'register':1.5,'type':'int16'}]}                 | register must be a whole number",
        "{'function':3,'currents':[{'register':1,'type':'int16','scale':0}]}         | not a scale",
        "{'function':3,'currents':[{'register':1,'type':'int16','scale':'k'}]}       | scale must be a number",
        "{'function':3,'currents':{'register':1}}                                    | currents must be a list",
        "{'function':3,'maxRegisters':126,'currents':[{'register':1,'type':'int16'}]}| from 1 to 125",
        "{'function':3,'maxRegisters':1,'currents':[{'register':1,'type':'int32'}]}  | from 2 to 125",
        "{'function':3,'direction':'from-power','currents':[{'register':1,'type':'int16'}]} | powers of a signed type",
        "{'function':3,'direction':'signed-current','currents':[{'register':1,'type':'uint16'}]} | cannot tell feed-in",
    })
    void saysWhatIsWrongWhenAMapCannotBeUsed(String text, String why) {
        assertThat(MeterMapJson.read("m.json", text.replace('\'', '"')))
                .isInstanceOfSatisfying(Outcome.Failed.class, f -> {
                    assertThat(f.problem().code()).isEqualTo(ProblemCode.METER_MAP_UNREADABLE);
                    assertThat(f.problem().details().toString()).contains(why);
                });
    }

    @Test
    void refusesAMapWithoutCurrents() {
        assertThat(MeterMapJson.read("m.json", "{\"function\":3,\"currents\":[]}"))
                .isEqualTo(Outcome.failed(ProblemCode.METER_WITHOUT_CURRENTS, "m.json"));
    }
}
