package plugwright.station.mode3;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plugwright.model.Ampere;

class ContactorTest {

    private static final PilotSignal OFFER = new PilotSignal.Oscillating(DutyCycle.of(Ampere.of(16)));
    private static final PilotSignal PAUSE = new PilotSignal.Constant();

    private static Contactor closed() {
        Contactor contactor = new Contactor();
        for (long now = 0; now <= 3_000; now += 100) {
            contactor.step(VehiclePilot.C, OFFER, 0, now);
        }
        assertThat(contactor.isClosed()).isTrue();
        return contactor;
    }

    @Test
    @Tag("STA-3")
    void closesInC2OnlyAndWithinThreeSeconds() {
        Contactor contactor = new Contactor();
        for (long now = 0; now <= 10_000; now += 100) {
            contactor.step(VehiclePilot.B, OFFER, 0, now);
            assertThat(contactor.isClosed()).isFalse();
        }
        for (long now = 10_000; now <= 20_000; now += 100) {
            contactor.step(VehiclePilot.C, PAUSE, 0, now);
            assertThat(contactor.isClosed()).isFalse();
        }
        closed();
    }

    @Test
    @Tag("STA-3")
    void opensAtOnceWhenTheVehicleLeavesC() {
        Contactor contactor = closed();
        assertThat(contactor.step(VehiclePilot.B, OFFER, 16_000, 3_100)).isTrue();
        assertThat(contactor.isClosed()).isFalse();
    }

    @Test
    @Tag("STA-3")
    void waitsForTheVehicleToStopWhenPausedAndOpensUnderLoadAfterSixSeconds() {
        Contactor obedient = closed();
        obedient.step(VehiclePilot.C, PAUSE, 16_000, 4_000);
        assertThat(obedient.isClosed()).isTrue();
        obedient.step(VehiclePilot.C, PAUSE, 0, 5_000);
        assertThat(obedient.isClosed()).isFalse();

        Contactor stubborn = closed();
        for (long now = 4_000; now < 10_000; now += 200) {
            stubborn.step(VehiclePilot.C, PAUSE, 16_000, now);
            assertThat(stubborn.isClosed()).isTrue();
        }
        stubborn.step(VehiclePilot.C, PAUSE, 16_000, 10_000);
        assertThat(stubborn.isClosed()).isFalse();
    }

    /** IEC 61851-1 table B.2: nominal values and the borders of their ranges. */
    @ParameterizedTest
    @CsvSource({"1500, A13", "2700, A13", "1001, A13", "680, A20", "331, A20", "220, A32", "151, A32", "100, A63",
        "76, A63", "50, ", "32767, "})
    @Tag("STA-7")
    void readsTheCablesRatingFromItsResistor(int ohm, Cable expected) {
        assertThat(Cable.ofResistance(ohm).orElse(null)).isEqualTo(expected);
    }
}
