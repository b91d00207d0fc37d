package plugwright.station.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plugwright.model.Ampere;
import plugwright.model.LimitLink;
import plugwright.model.LimitReason;
import plugwright.model.MainState;
import plugwright.model.Mode3State;
import plugwright.model.Phase;
import plugwright.model.PhaseCurrents;
import plugwright.model.SocketNumber;
import plugwright.model.StatusCode;
import plugwright.model.VehicleClass;
import plugwright.station.engine.Effect.ContactorState;
import plugwright.station.mode3.Cable;
import plugwright.station.mode3.DutyCycle;

/**
 * One socket at one moment.
 *
 * @param number which
 * @param offer what is told and why
 * @param reading of its meter
 * @param onOutlet currents at the outlet's conductors
 * @param onGrid currents on the grid's phases
 * @param countedPhases grid phases that count as loaded by it
 * @param vehicleClass its least current
 * @param cable empty while nothing is plugged in
 * @param mode3 state of the pilot
 * @param mainState for 2501_1
 * @param status for 2501_2
 * @param notification what a back office hears of it
 * @param contactor open or closed
 * @param panel what the driver sees
 * @param phases conductors of its outlet that are connected when it charges: 1 or 3
 */
public record SocketSnapshot(
        SocketNumber number,
        Offer offer,
        MeterReading reading,
        PhaseCurrents onOutlet,
        PhaseCurrents onGrid,
        Set<Phase> countedPhases,
        VehicleClass vehicleClass,
        Optional<Cable> cable,
        Mode3State mode3,
        MainState mainState,
        StatusCode status,
        StatusNotification notification,
        ContactorState contactor,
        FrontPanel panel,
        int phases) {

    /**
     * What a vehicle is offered.
     *
     * @param told the limit in force, 0 or at least 6 A
     * @param target what sharing came to; told is on its way there
     * @param dutyCycle by which it is told
     * @param reason what decided
     * @param chain all limits that stand over the socket, the leading one first
     */
    public record Offer(
            Ampere told, Ampere target, DutyCycle dutyCycle, LimitReason reason, List<LimitLink> chain) {

        public Offer {
            chain = List.copyOf(chain);
        }
    }

    public SocketSnapshot {
        countedPhases = Set.copyOf(countedPhases);
    }
}
