package plugwright.meter.broken;

import plugwright.station.engine.StationSettings;

/** Points the wrong way on purpose, so that the rule is seen to fail. */
record MeterThatKnowsStations(StationSettings settings) {}
