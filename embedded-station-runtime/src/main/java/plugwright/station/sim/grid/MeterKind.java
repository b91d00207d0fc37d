package plugwright.station.sim.grid;

import plugwright.meter.map.MeterMap;

/** What a simulated meter is. */
public sealed interface MeterKind {

    /** Milliseconds from one thing it says to the next, or from one question to the next. */
    long periodMillis();

    /** Whether it tells what is fed in from what is drawn. */
    boolean tellsFeedIn();

    /** A P1 meter. */
    record P1(Version version, Power power) implements MeterKind {

        /** How it tells currents, and how often. */
        public enum Version {
            /** DSMR 4.2: whole ampere each 10 s. */
            V4,
            /** DSMR 5.0: hundredths of an ampere each second. */
            V5
        }

        /** Whether it tells the power of each phase, by which the sign is known. */
        public enum Power {
            PER_PHASE,
            NONE
        }

        private static final long SECOND = 1_000;
        private static final long TEN_SECONDS = 10_000;

        @Override
        public long periodMillis() {
            return version == Version.V4 ? TEN_SECONDS : SECOND;
        }

        @Override
        public boolean tellsFeedIn() {
            return power == Power.PER_PHASE;
        }
    }

    /** A Modbus meter with these registers, asked as often as a station asks as delivered. */
    record Modbus(MeterMap map) implements MeterKind {

        private static final long TWO_SECONDS = 2_000;

        @Override
        public long periodMillis() {
            return TWO_SECONDS;
        }

        @Override
        public boolean tellsFeedIn() {
            return map.direction() != plugwright.meter.map.Direction.NOT_TOLD;
        }
    }
}
