package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.meter.GridReading;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;

@Tag("MBM-2")
class SunSpecWalkTest {

    private final Map<Integer, Integer> device = new HashMap<>();
    private int reads;

    private void put(int address, int... words) {
        for (int i = 0; i < words.length; i++) {
            device.put(address + i, words[i]);
        }
    }

    private Optional<int[]> answer(RegisterBlock block) {
        int[] words = IntStream.range(block.address(), block.end())
                .map(a -> device.getOrDefault(a, -1))
                .toArray();
        return IntStream.of(words).anyMatch(w -> w < 0) ? Optional.empty() : Optional.of(words);
    }

    private SunSpecWalk.Step walk() {
        SunSpecWalk walk = new SunSpecWalk("meter:502");
        SunSpecWalk.Step step = walk.start();
        while (step instanceof SunSpecWalk.Step.Read(RegisterBlock block)) {
            reads++;
            step = walk.answer(answer(block));
        }
        return step;
    }

    private void describe(int base, int meterModel, int length) {
        put(base, 0x5375, 0x6E53);
        put(base + 2, 1, 66);
        put(base + 70, meterModel, length);
        put(base + 72 + length, 0xFFFF, 0);
    }

    private GridReading read(MeterMap map) {
        RegisterImage image = new RegisterImage();
        map.reads().forEach(b -> image.put(b.address(), answer(b).orElseThrow()));
        return ((Outcome.Ok<GridReading>) MapDecoder.decode(map, image)).value();
    }

    /** Model 203 as published: A at 2, AphA 3…5, A_SF 6, PhVphA 8…10, V_SF 15, WphA 19…21, W_SF 22. */
    @Test
    void findsAWyeMeterOfIntegersAtFortyThousand() {
        describe(40_000, 203, 105);
        for (int i = 0; i < 105; i++) {
            put(40_072 + i, 0);
        }
        put(40_073, 1_230, 65_536 - 450, 10, 65_534);
        put(40_078, 2_300, 2_300, 2_300);
        put(40_085, 65_535);
        put(40_089, 2_829, 65_536 - 1_035, 23, 0);
        assertThat(walk()).isInstanceOfSatisfying(SunSpecWalk.Step.Found.class, found -> {
            assertThat(found.map().name()).isEqualTo("SunSpec model 203");
            assertThat(found.map().reads()).hasSize(1);
            assertThat(read(found.map()).measured()).isEqualTo(PhaseCurrents.ofMilliampere(12_300, -4_500, 100));
        });
        assertThat(reads).isEqualTo(3);
    }

    /** Model 213: AphA at 4, PhVphA at 12, WphA at 30, two registers each. */
    @Test
    void findsAMeterOfFloatsAtAnotherPlace() {
        describe(50_000, 213, 124);
        for (int i = 0; i < 124; i++) {
            put(50_072 + i, 0);
        }
        put(50_074, 0x4144, 0xCCCD, 0x4080, 0, 0, 0);
        put(50_082, 0x4366, 0, 0x4366, 0, 0x4366, 0);
        put(50_100, 0xC530, 0xD000, 0x4461, 0, 0, 0);
        assertThat(walk()).isInstanceOfSatisfying(SunSpecWalk.Step.Found.class, found ->
                assertThat(read(found.map()).measured()).isEqualTo(PhaseCurrents.ofMilliampere(-12_300, 4_000, 0)));
    }

    @Test
    void findsTheOnePhaseOfASinglePhaseMeter() {
        describe(0, 201, 105);
        assertThat(walk()).isInstanceOfSatisfying(SunSpecWalk.Step.Found.class, found ->
                assertThat(found.map().currents()).hasSize(1));
    }

    @Test
    @Tag("MBM-3")
    void saysWhyWhenThereIsNoMeter() {
        assertThat(walk().toString()).contains("its mark is not at");
        assertThat(reads).isEqualTo(3);
        put(40_000, 0x5375, 0x6E53, 1, 66, 0);
        assertThat(walk().toString()).contains("model 2 at 40070 cannot be read");
        put(40_070, 0xFFFF, 0);
        assertThat(walk().toString()).contains("none of its 1 models is a meter");
    }

    @Test
    @Tag("MBM-3")
    void endsWhenModelsGoInCircles() {
        put(40_000, 0x5375, 0x6E53);
        for (int i = 0; i < 1_000; i++) {
            put(40_002 + i, i % 2 == 0 ? 7 : 0);
        }
        assertThat(walk().toString()).contains("does not end");
        assertThat(reads).isLessThan(70);
    }
}
