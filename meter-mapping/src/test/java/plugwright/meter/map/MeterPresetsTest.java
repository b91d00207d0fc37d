package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

@Tag("MBM-2")
class MeterPresetsTest {

    private final MeterPresets presets = MeterPresets.shipped();

    /** Reads: how many a reading takes, worked out by hand from the addresses and the meter's own limit. */
    @ParameterizedTest
    @CsvSource({
        "socomec,                HOLDING, HIGH_FIRST, 50528, UINT32,  5, 1",
        "eastron-sdm630,         INPUT,   HIGH_FIRST, 6,     FLOAT32, 1, 1",
        "eastron-sdm72dm-v2,     INPUT,   HIGH_FIRST, 6,     FLOAT32, 1, 1",
        "abb-b23,                HOLDING, HIGH_FIRST, 23308, UINT32,  1, 1",
        "carlo-gavazzi-em24,     INPUT,   LOW_FIRST,  12,    INT32,   1, 3",
        "carlo-gavazzi-em24-e1,  INPUT,   LOW_FIRST,  12,    INT32,   1, 1",
        "carlo-gavazzi-em340,    INPUT,   LOW_FIRST,  12,    INT32,   1, 1",
        "schneider-iem3000,      HOLDING, HIGH_FIRST, 2999,  FLOAT32, 1, 1",
        "siemens-pac2200,        INPUT,   HIGH_FIRST, 13,    FLOAT32, 1, 1",
        "janitza-umg96rm,        HOLDING, HIGH_FIRST, 19012, FLOAT32, 1, 1",
        "janitza-umg604,         HOLDING, HIGH_FIRST, 1325,  FLOAT32, 1, 1",
        "janitza-umg511,         HOLDING, HIGH_FIRST, 3853,  FLOAT32, 1, 1",
        "inepro-pro380,          HOLDING, HIGH_FIRST, 20492, FLOAT32, 1, 1",
        "chint-dtsu666,          HOLDING, HIGH_FIRST, 8204,  FLOAT32, 1, 1",
        "acrel-adw300,           HOLDING, HIGH_FIRST, 26,    UINT16,  1, 1",
    })
    void knowsTheMeter(
            String key, FunctionCode function, WordOrder order, int l1, RegisterType type, int unit, int reads) {
        assertThat(presets.find(key)).isInstanceOfSatisfying(Outcome.Ok.class, ok -> {
            MeterPreset preset = (MeterPreset) ok.value();
            assertThat(preset.unit()).isEqualTo(unit);
            assertThat(preset.map().function()).isEqualTo(function);
            assertThat(preset.map().order()).isEqualTo(order);
            assertThat(preset.map().currents()).hasSize(3);
            assertThat(preset.map().currents().getFirst().address()).isEqualTo(l1);
            assertThat(preset.map().currents().getFirst().type()).isEqualTo(type);
            assertThat(preset.map().direction()).isEqualTo(Direction.FROM_POWER);
            assertThat(preset.map().reads()).hasSize(reads);
        });
    }

    @Test
    void hasNoOtherThanThoseChecked() {
        assertThat(presets.usable()).hasSize(15);
    }

    @Test
    @Tag("MBM-3")
    void refusesTheMeterThatTellsNoPhaseCurrents() {
        assertThat(presets.find("eastron-sdm72dm-v1"))
                .isEqualTo(Outcome.failed(ProblemCode.METER_WITHOUT_CURRENTS, "Eastron SDM72D-M (v1)"));
        assertThat(presets.usable()).noneMatch(p -> p.key().equals("eastron-sdm72dm-v1"));
    }

    @Test
    void saysWhichPresetsThereAreWhenOneIsUnknown() {
        assertThat(presets.find("nonesuch")).isInstanceOfSatisfying(Outcome.Failed.class, f -> {
            assertThat(f.problem().code()).isEqualTo(ProblemCode.METER_PRESET_UNKNOWN);
            assertThat(f.problem().details().toString()).contains("socomec", "acrel-adw300", "sunspec");
        });
    }

    @Test
    void keepsToTheFiftyRegistersOfTheEm340() {
        assertThat(presets.usable().stream()
                        .filter(p -> p.key().equals("carlo-gavazzi-em340"))
                        .map(p -> p.map().maxRegisters()))
                .containsExactly(50);
    }
}
