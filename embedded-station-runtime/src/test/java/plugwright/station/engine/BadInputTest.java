package plugwright.station.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static plugwright.station.engine.Bench.ONE;
import static plugwright.station.engine.Bench.TWO;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plugwright.model.Ampere;
import plugwright.model.MainState;
import plugwright.model.Ipv4Address;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.PhaseMapping;
import plugwright.model.ReasonKind;
import plugwright.model.SiteTime;
import plugwright.model.SocketNumber;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.engine.StationEvent.BootReason;
import plugwright.station.engine.StationSettings.Feature;
import plugwright.station.engine.StationSettings.Feeders;
import plugwright.station.engine.StationSettings.Supply;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.PilotSignal;
import plugwright.station.mode3.VehiclePilot;
import plugwright.station.sim.VehicleSpec;

/** Settings, measurements and clocks that can't be right: sockets stay safe, the log says why once, nothing throws. */
class BadInputTest {

    private static final VehicleSpec THREE = VehicleSpec.of(3, Ampere.of(32));
    private static final SiteTime START = new SiteTime(1_700_000_000_000L);

    private static StationSettings sharing(int ampere) {
        return StationSettings.ofDouble(Ampere.of(ampere), Ampere.of(32)).with(Feature.ON);
    }

    @ParameterizedTest(name = "station maximum {0} A, connector {1} A")
    @CsvSource({"5, 32", "0, 32", "32, 5", "32, 0"})
    @Tag("STA-2")
    void tellsNothingAndSaysWhyOnceWhenALimitIsBelowSixAmpere(int station, int connector) {
        Bench bench = new Bench(StationSettings.ofDouble(Ampere.of(station), Ampere.of(connector)).with(Feature.ON))
                .plug(ONE, THREE)
                .plug(TWO, THREE)
                .run(600);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.told(TWO)).isZero();
        assertThat(bench.log).filteredOn(l -> l.startsWith("Settings cannot work")).hasSize(station < 6 ? 1 : 2);
        assertThat(bench.log).filteredOn(l -> l.startsWith("Socket #1: cannot charge")).hasSize(1);
    }

    @Test
    void tellsNothingWhenAFeederHasNoMapping() {
        StationSettings unmapped = sharing(25).withMapping(
                Supply.THREE_PHASES, Feeders.DUAL, List.of(PhaseMapping.L1L2L3, PhaseMapping.NONE));
        Bench bench = new Bench(unmapped).plug(ONE, THREE).plug(TWO, THREE).run(300);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.told(TWO)).isZero();
        assertThat(bench.at(ONE).mainState()).isEqualTo(MainState.ERROR);
        assertThat(bench.at(ONE).offer().reason().kind()).isEqualTo(ReasonKind.UNUSABLE_SETTINGS);
        assertThat(bench.log).filteredOn(l -> l.contains("no phase mapping")).hasSize(1);
    }

    @Test
    @Tag("PRB-5")
    void saysOnceThatAVehicleNeedsMoreThanThereIs() {
        Bench bench = new Bench(sharing(20)).plug(ONE, THREE.needing(Ampere.of(14))).run(100);
        assertThat(bench.told(ONE)).isEqualTo(20);
        bench.settings(sharing(13)).run(3_000);
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.log)
                .filteredOn(l -> l.contains("cannot charge"))
                .containsExactly("Socket #1: cannot charge, the vehicle needs 14.0 A: MINIMUM_DOES_NOT_FIT");
    }

    @ParameterizedTest(name = "at the meter {0} A, safe {1} A")
    @CsvSource({"5, 5", "0, 0", "25, 5"})
    @Tag("STA-2")
    void tellsNothingAndSaysWhyOnceWhenTheMeterLeavesLessThanSixAmpere(int most, int safe) {
        Bench bench = new Bench(sharing(25).with(Optional.of(
                        new ActiveBalancing(Ampere.of(most), Ampere.of(safe), Includes.HOUSE_ALONE))))
                .plug(ONE, THREE)
                .plug(TWO, THREE)
                .run(600);
        // No meter answers: the safe current, and as little as the meter's limit would let be.
        assertThat(bench.told(ONE)).isZero();
        assertThat(bench.told(TWO)).isZero();
        assertThat(bench.log).filteredOn(l -> l.startsWith("Socket #1: cannot charge")).hasSize(1);
        assertThat(bench.log).filteredOn(l -> l.startsWith("Socket #2: cannot charge")).hasSize(1);
    }

    /** A station alone, driven by hand. */
    private static final class Hand {
        private final StationEngine engine;
        private final List<String> log = new ArrayList<>();
        private SiteTime now = START;
        private PilotSignal pilot = new PilotSignal.Off();

        Hand(StationSettings settings) {
            engine = new StationEngine(settings, now);
            step(new StationEvent.Booted(settings, BootReason.POWER_ON));
            step(new StationEvent.Plugged(ONE, Cable.A32));
        }

        void step(StationEvent event) {
            for (Effect effect : engine.step(event, now)) {
                if (effect instanceof Effect.LogLine line) {
                    log.add(line.text());
                } else if (effect instanceof Effect.PilotTold told && told.socket() == ONE) {
                    pilot = told.signal();
                }
            }
        }

        /** A vehicle that takes no more than it is told. */
        void obey(double seconds, int milliampere) {
            for (int k = 0; k < seconds * 5; k++) {
                int sign = Integer.signum(milliampere);
                run(0.2, sign * Math.min(Math.abs(milliampere), told()));
            }
        }

        void run(double seconds, int milliampere) {
            for (int k = 0; k < seconds * 5; k++) {
                now = now.plusMillis(200);
                measure(milliampere, 230);
                step(new StationEvent.Tick());
            }
        }

        void measure(int milliampere, double volt) {
            step(new StationEvent.Measured(
                    ONE,
                    new MeterReading(
                            PhaseCurrents.ofMilliampere(milliampere, milliampere, milliampere),
                            List.of(volt, 230.0, 230.0),
                            List.of(1.0, 1.0, 1.0)),
                    VehiclePilot.C));
        }

        int told() {
            return engine.look(ONE).told();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -230})
    void keepsTheLastVoltageAndSaysSoOnceWhenAMeterShowsNone(double volt) {
        Hand hand = new Hand(sharing(25));
        hand.obey(80, 12_000);
        for (int k = 0; k < 100; k++) {
            hand.now = hand.now.plusMillis(200);
            hand.measure(12_000, volt);
            hand.step(new StationEvent.Tick());
        }
        SocketSnapshot socket = hand.engine.snapshot().socket(ONE);
        assertThat(socket.reading().watt()).isEqualTo(3 * 12 * 230);
        assertThat(LiveValues.of(hand.engine.snapshot()).values()).noneMatch(v -> v.text().contains("NaN"));
        assertThat(hand.log).filteredOn(l -> l.contains("what cannot be")).hasSize(1);
    }

    @Test
    @Tag("OCP-1")
    void takesANegativeCurrentForItsAmountSoThatAMeterWiredTheWrongWayProtectsToo() {
        Hand hand = new Hand(sharing(25));
        hand.obey(80, -12_000);
        assertThat(hand.told()).isEqualTo(25_000);
        hand.run(12, -30_000);
        assertThat(hand.pilot).isEqualTo(new PilotSignal.Fault());
        assertThat(hand.log).filteredOn(l -> l.contains("what cannot be")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, 2_000_000})
    void pausesWhenAMeterShowsAbsurdCurrents(int milliampere) {
        Hand hand = new Hand(sharing(25));
        hand.obey(80, 12_000);
        hand.run(1, milliampere);
        assertThat(hand.pilot).isEqualTo(new PilotSignal.Fault());
        assertThat(hand.told()).isZero();
    }

    @ParameterizedTest(name = "by {0} s")
    @ValueSource(longs = {-86_400, -3_600, -1, 6, 3_600, 31_536_000})
    @Tag("OCP-1")
    void protectsAndGoesOnWhenTheClockLeaps(long seconds) {
        Hand hand = new Hand(sharing(25));
        hand.obey(80, 20_000);
        hand.now = hand.now.plusMillis(seconds * 1_000);
        hand.obey(2, 20_000);
        assertThat(hand.told()).isEqualTo(25_000);
        assertThat(hand.log).filteredOn(l -> l.startsWith("The clock leapt by")).hasSize(1);
        // 107 % for 100 s.
        hand.run(99, 26_800);
        assertThat(hand.pilot).isInstanceOf(PilotSignal.Oscillating.class);
        hand.run(3, 26_800);
        assertThat(hand.pilot).isEqualTo(new PilotSignal.Fault());
        // The moment until which it is paused is one of the clock that everyone sees.
        SocketLook look = hand.engine.look(ONE);
        assertThat(look.until() - hand.now.millis()).isBetween(295_000L, 300_000L);
        hand.run(302, 0);
        assertThat(hand.pilot).isInstanceOf(PilotSignal.Oscillating.class);
    }

    @Test
    void givesRoomAwayNoSoonerWhenTheClockLeapsWhileAVehicleHasToFollow() {
        Hand hand = new Hand(sharing(32));
        hand.obey(80, 31_000);
        hand.step(new StationEvent.Plugged(TWO, Cable.A32));
        assertThat(hand.told()).isEqualTo(18_000);
        hand.now = hand.now.plusMillis(3_600_000);
        // Told less, it goes on drawing for its five seconds.
        for (int k = 0; k < 20; k++) {
            hand.run(0.2, 31_000);
            assertThat(hand.engine.look(TWO).told()).isZero();
        }
    }

    @Test
    void distrustsAMetersReadingWhenTheClockLeaps() {
        Hand hand = new Hand(sharing(32).with(Optional.of(
                new ActiveBalancing(Ampere.of(25), Ampere.of(6), Includes.HOUSE_ALONE))));
        hand.step(new StationEvent.GridMetered(new GridReading(PhaseCurrents.ZERO, 0, 0)));
        hand.run(100, 0);
        hand.step(new StationEvent.GridMetered(new GridReading(PhaseCurrents.ZERO, 0, 0)));
        hand.run(30, 0);
        int before = hand.told();
        hand.now = hand.now.plusMillis(3_600_000);
        hand.run(1, 0);
        assertThat(before).isGreaterThan(6_000);
        assertThat(hand.told()).isLessThanOrEqualTo(6_000);
    }

    /** Whatever is thrown at it, told is 0 or from 6 A to the socket's and station's limits. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("STA-2")
    void staysSafeAndNeverThrowsWhateverComes(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            StationSettings settings = anySettings(random);
            Hand hand = new Hand(settings);
            for (int k = 0; k < 400; k++) {
                hand.now = random.nextInt(20) == 0
                        ? new SiteTime(random.nextLong() / 4)
                        : hand.now.plusMillis(random.nextInt(400));
                hand.step(anyEvent(random, settings));
                hand.step(new StationEvent.Tick());
                int most = Math.max(0, hand.engine.settings().stationMaximum().milliampere());
                for (int i = 0; i < settings.sockets(); i++) {
                    int connector = hand.engine.settings().connectorMaximum().get(i).milliampere();
                    int told = hand.engine.look(SocketNumber.values()[i]).told();
                    assertThat(told == 0 || (told >= 6_000 && told <= most && told <= connector))
                            .as("seed %d, round %d: %d of %s", seed, round, told, hand.engine.settings())
                            .isTrue();
                }
            }
            assertThat(hand.engine.snapshot().sockets()).hasSize(settings.sockets());
        }
    }

    private static int any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> 0;
            default -> random.nextInt(80_000) - 20_000;
        };
    }

    private static StationSettings anySettings(Random random) {
        List<PhaseMapping> mapping = new ArrayList<>();
        List<Ampere> connectors = new ArrayList<>();
        int sockets = 1 + random.nextInt(2);
        for (int i = 0; i < sockets; i++) {
            mapping.add(PhaseMapping.values()[random.nextInt(PhaseMapping.values().length)]);
            connectors.add(new Ampere(any(random)));
        }
        return new StationSettings(
                Supply.values()[random.nextInt(2)],
                Feeders.values()[random.nextInt(2)],
                new Ampere(any(random)),
                connectors,
                mapping,
                Feature.values()[random.nextInt(3)],
                new Ampere(any(random)),
                Duration.ofMillis(random.nextInt(3_000_000) - 100_000),
                random.nextBoolean() ? List.of() : List.of(new Ampere(any(random))),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new ActiveBalancing(
                                new Ampere(any(random)),
                                new Ampere(any(random)),
                                Includes.values()[random.nextInt(2)])),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(new EnergyManagement(
                                EnergyManagement.Mode.values()[random.nextInt(3)],
                                Duration.ofMillis(random.nextInt(100_000) - 10_000),
                                new Ampere(any(random)))));
    }

    private static StationEvent anyEvent(Random random, StationSettings like) {
        SocketNumber socket = SocketNumber.values()[random.nextInt(like.sockets())];
        PhaseCurrents currents = PhaseCurrents.ofMilliampere(any(random), any(random), any(random));
        double number = switch (random.nextInt(4)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            default -> random.nextDouble() * 400 - 100;
        };
        SetPoint point = new SetPoint(
                Double.isFinite(number) ? Math.abs(number) : Float.MAX_VALUE, new Ipv4Address(random.nextInt()));
        return switch (random.nextInt(14)) {
            case 12 -> new StationEvent.SetPointWritten(socket, point);
            case 13 -> new StationEvent.NetworkSetPointWritten(Phase.values()[random.nextInt(3)], point);
            case 0 -> new StationEvent.Plugged(socket, Cable.values()[random.nextInt(4)]);
            case 1 -> new StationEvent.Unplugged(socket);
            case 2 -> new StationEvent.GridMetered(new GridReading(currents, any(random), any(random)));
            case 3 -> new StationEvent.SuspensionChanged(Suspension.values()[random.nextInt(3)]);
            case 4 -> new StationEvent.SocketLimited(
                    socket, ReasonKind.SET_POINT, Optional.of(new Ampere(any(random))));
            case 5 -> {
                StationSettings other = anySettings(random);
                yield new StationEvent.SettingsChanged(
                        like.withStationMaximum(other.stationMaximum()).with(other.activeBalancing()));
            }
            default -> new StationEvent.Measured(
                    socket,
                    new MeterReading(currents, List.of(number, 230.0, 230.0), List.of(1.0, number, 1.0)),
                    VehiclePilot.values()[random.nextInt(3)]);
        };
    }
}
