package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import plugwright.model.Ampere;
import plugwright.model.LedPattern;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.PhaseCurrents;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.model.StatusCode;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;

/** A vehicle that takes more than it may, played by hand: it draws twice what it is told whenever it can. */
class OvercurrentPauseTest {

    private final StationEngine engine =
            new StationEngine(StationSettings.ofSingle(Ampere.of(16), Ampere.of(16)), new SiteTime(0));
    private final List<String> log = new ArrayList<>();
    private boolean closed;
    private PilotSignal pilot = new PilotSignal.Off();
    private long now;

    private void happen(StationEvent event) {
        for (Effect effect : engine.step(event, new SiteTime(now))) {
            switch (effect) {
                case Effect.ContactorMoved moved -> closed = moved.state() == Effect.ContactorState.CLOSED;
                case Effect.PilotTold told -> pilot = told.signal();
                case Effect.LogLine line -> log.add(line.text());
                case Effect.PhasesSwitched _ -> throw new AssertionError(effect);
            }
        }
    }

    private void run(int seconds, double times) {
        for (long end = now + seconds * 1000L; now < end; now += 200) {
            boolean offered = pilot instanceof PilotSignal.Oscillating;
            int told = pilot.dutyCycleOrNone().offered().milliampere();
            MeterReading reading = new MeterReading(
                    closed ? PhaseCurrents.ofMilliampere((int) (told * times), 0, 0) : PhaseCurrents.ZERO,
                    List.of(230.0, 230.0, 230.0),
                    List.of(0.0, 0.0, 0.0));
            happen(new StationEvent.Measured(
                    SocketNumber.ONE, reading, offered ? VehiclePilot.C : VehiclePilot.B));
            happen(new StationEvent.Tick());
        }
    }

    private SocketSnapshot socket() {
        return engine.snapshot().socket(SocketNumber.ONE);
    }

    @Test
    @Tag("OCP-1")
    @Tag("OCP-2")
    @Tag("UIF-1")
    void pausesForFiveMinutesAndGoesOnAndPausesAgain() {
        happen(new StationEvent.Booted(engine.settings(), BootReason.POWER_ON));
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        run(5, 2);
        assertThat(socket().mode3()).isEqualTo(Mode3State.F);
        assertThat(socket().mainState()).isEqualTo(MainState.OVERCURRENT);
        assertThat(socket().status()).isEqualTo(StatusCode.SUSPENDED_OVERCURRENT);
        assertThat(socket().panel().led()).isEqualTo(LedPattern.RED_BLUE_BLINKING);
        assertThat(socket().panel().text(Locale.ENGLISH)).startsWith("302: ");
        assertThat(socket().offer().told()).isEqualTo(Ampere.ZERO);
        assertThat(closed).isFalse();
        assertThat(log).anyMatch(l -> l.contains("Over current detected allowed 14A actual 27A"));

        run(290, 2);
        assertThat(socket().mode3()).isEqualTo(Mode3State.F);
        assertThat(socket().offer().reason().kind()).isEqualTo(ReasonKind.OVERCURRENT);
        run(12, 2);
        assertThat(log).filteredOn(l -> l.startsWith("Socket #1: Over current detected")).hasSize(2);

        run(310, 1);
        assertThat(socket().mainState()).isEqualTo(MainState.CHARGING_POWER_ON);
    }

    @Test
    @Tag("OCP-4")
    void doesNotPauseANewVehicleForWhatTheOneBeforeDrew() {
        happen(new StationEvent.Booted(engine.settings(), BootReason.POWER_ON));
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        run(60, 1);
        assertThat(socket().mainState()).isEqualTo(MainState.CHARGING_POWER_ON);
        // The next one is plugged in before the meter is read again.
        happen(new StationEvent.Unplugged(SocketNumber.ONE));
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        assertThat(socket().onGrid()).isEqualTo(PhaseCurrents.ZERO);
        run(10, 1);
        assertThat(socket().mainState()).isEqualTo(MainState.CHARGING_POWER_ON);
        assertThat(log).noneMatch(l -> l.contains("Over current detected"));
    }

    /** Display, LED, back office and log of the guide's table (§2.7.1), word by word, and the vehicle's pilot: C to F. */
    @Test
    @Tag("OCP-3")
    void tellsDriverAndBackOfficeWhatTheGuidePrintsWhileItPauses() {
        happen(new StationEvent.Booted(engine.settings(), BootReason.POWER_ON));
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        run(60, 1);
        assertThat(socket().mode3()).isEqualTo(Mode3State.C2);
        assertThat(socket().notification().toString()).isEqualTo("Charging, NoError");

        run(1, 2);
        assertThat(socket().mode3()).isEqualTo(Mode3State.F);
        StatusNotification told = socket().notification();
        assertThat(told.status().word()).isEqualTo("Faulted");
        assertThat(told.error().word()).isEqualTo("OverCurrentFailure");
        assertThat(told.vendorErrorCode()).hasValue(302);
        assertThat(told.info()).isEqualTo("Over current detected allowed 16A actual 31A");
        assertThat(socket().panel().led()).isEqualTo(LedPattern.RED_BLUE_BLINKING);
        assertThat(socket().panel().text(Locale.ENGLISH))
                .isEqualTo("302: One moment please. Your charging session will resume shortly.");
        assertThat(log).filteredOn(l -> l.contains("status notification: Faulted, OverCurrentFailure, "
                        + "vendor error code 302, " + told.info()))
                .hasSize(1);

        run(310, 1);
        assertThat(socket().notification().toString()).isEqualTo("Charging, NoError");
        assertThat(log).filteredOn(l -> l.contains("status notification: ")).hasSize(2);
    }

    @Test
    @Tag("OCP-3")
    void abortsASessionThatEndsWhileItIsPaused() {
        happen(new StationEvent.Booted(engine.settings(), BootReason.POWER_ON));
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        run(5, 2);
        assertThat(socket().mainState()).isEqualTo(MainState.OVERCURRENT);
        assertThat(log).noneMatch(l -> l.contains("session aborted"));
        happen(new StationEvent.Unplugged(SocketNumber.ONE));
        happen(new StationEvent.Tick());
        assertThat(log).filteredOn(l -> l.contains("session aborted")).hasSize(1);
        assertThat(socket().mainState()).isEqualTo(MainState.AVAILABLE);
        assertThat(socket().notification().toString()).isEqualTo("Available, NoError");

        // The next vehicle does not sit out the rest of the pause; one that goes without a pause is not aborted.
        happen(new StationEvent.Plugged(SocketNumber.ONE, Cable.A32));
        run(10, 1);
        assertThat(socket().mainState()).isEqualTo(MainState.CHARGING_POWER_ON);
        happen(new StationEvent.Unplugged(SocketNumber.ONE));
        assertThat(log).filteredOn(l -> l.contains("session aborted")).hasSize(1);
    }
}
