package plugwright.ui.station;

import plugwright.model.ProblemCode;
import plugwright.settings.SaveResult;
import plugwright.settings.WriteOutcome;

/**
 * Settings of a save, counted by what became of them.
 *
 * @param written as asked, read back where they can be
 * @param adjusted by the station
 * @param cancelled not sent, because the save was cancelled before
 * @param refused not taken, or not known
 * @param needReboot of the written and adjusted ones, those that work only after a reboot
 */
record SaveCounts(int written, int adjusted, int cancelled, int refused, int needReboot) {

    static SaveCounts of(SaveResult result) {
        int written = 0;
        int adjusted = 0;
        int cancelled = 0;
        int refused = 0;
        for (WriteOutcome outcome : result.outcomes()) {
            switch (outcome) {
                case WriteOutcome.Written w -> written++;
                case WriteOutcome.SentUnseen s -> written++;
                case WriteOutcome.Adjusted a -> adjusted++;
                case WriteOutcome.NotWritten(var id, var asked, var problem)
                when problem.code() == ProblemCode.WRITE_CANCELLED -> cancelled++;
                case WriteOutcome.NotWritten n -> refused++;
                case WriteOutcome.Refused r -> refused++;
                case WriteOutcome.Lost l -> refused++;
            }
        }
        return new SaveCounts(written, adjusted, cancelled, refused, result.reboot().size());
    }

    int all() {
        return written + adjusted + cancelled + refused;
    }
}
