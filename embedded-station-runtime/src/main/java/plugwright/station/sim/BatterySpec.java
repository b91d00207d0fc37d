package plugwright.station.sim;

/**
 * A vehicle's battery.
 *
 * @param capacityWattHours when full
 * @param chargedWattHours at plugging in
 */
public record BatterySpec(long capacityWattHours, long chargedWattHours) {

    public BatterySpec {
        if (capacityWattHours <= 0 || chargedWattHours < 0 || chargedWattHours > capacityWattHours) {
            throw new IllegalArgumentException(chargedWattHours + " of " + capacityWattHours + " Wh");
        }
    }
}
