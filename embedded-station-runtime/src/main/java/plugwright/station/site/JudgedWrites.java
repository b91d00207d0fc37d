package plugwright.station.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plugwright.api.PropertyWrite;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyId;
import plugwright.catalog.PropertyValue;
import plugwright.model.Problem;
import plugwright.station.property.PropertySpace;
import plugwright.station.property.WriteDecision;
import plugwright.station.property.WriteRules;

/**
 * What becomes of properties that were written together: they are judged together, a number of phases, then a sequence
 * of as many.
 *
 * @param taken what is accepted
 * @param notes what the log has to say
 * @param keyVerdict what was wrong with a licence key; empty inside where nothing was, absent where none was written
 */
record JudgedWrites(
        Map<PropertyId, PropertyValue> taken, List<WriteDecision> notes, Optional<Optional<Problem>> keyVerdict) {

    JudgedWrites {
        taken = Map.copyOf(taken);
        notes = List.copyOf(notes);
    }

    static JudgedWrites of(PropertySpace space, List<PropertyWrite> writes, WriteRules rules) {
        Map<PropertyId, PropertyValue> taken = new TreeMap<>();
        List<WriteDecision> notes = new ArrayList<>();
        Optional<Optional<Problem>> verdict = Optional.empty();
        PropertySpace then = space;
        for (PropertyWrite write : writes) {
            boolean isKey = write.id().equals(Known.LICENCE_KEY);
            if (isKey && verdict.isEmpty()) {
                verdict = Optional.of(Optional.empty());
            }
            switch (rules.decide(then, write)) {
                case WriteDecision.Accepted accepted -> {
                    taken.put(accepted.id(), accepted.value());
                    then = then.with(accepted.id(), accepted.value());
                }
                case WriteDecision.Adjusted adjusted -> {
                    taken.put(adjusted.id(), adjusted.value());
                    then = then.with(adjusted.id(), adjusted.value());
                    notes.add(adjusted);
                }
                case WriteDecision.Refused refused -> {
                    notes.add(refused);
                    verdict = isKey ? Optional.of(Optional.of(refused.why())) : verdict;
                }
            }
        }
        return new JudgedWrites(taken, notes, verdict);
    }

    /** Into the station's log. */
    void tell(StationJournal journal, Instant at) {
        for (WriteDecision note : notes) {
            switch (note) {
                case WriteDecision.Accepted _ -> {
                    // Logged once it is stored.
                }
                case WriteDecision.Adjusted adjusted -> journal.adjusted(at, adjusted);
                case WriteDecision.Refused refused -> journal.refused(at, refused);
            }
        }
    }
}
