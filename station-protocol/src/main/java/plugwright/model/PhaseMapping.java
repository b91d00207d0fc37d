package plugwright.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which grid phase is connected to which terminal: the k-th name is the grid phase at terminal k.
 * Codes are those of SCN-PhaseMapping-1/-2 (guide §6.3.3.4).
 */
public enum PhaseMapping {
    NONE(0, ""),
    L1(1, "L1"),
    L2(2, "L2"),
    L3(3, "L3"),
    L1L2L3(4, "L1L2L3"),
    L1L3L2(5, "L1L3L2"),
    L2L1L3(6, "L2L1L3"),
    L2L3L1(7, "L2L3L1"),
    L3L1L2(8, "L3L1L2"),
    L3L2L1(9, "L3L2L1");

    private static final int CHARACTERS_A_PHASE = 2;

    private final int code;
    private final String sequence;
    /** Unmodifiable: made by List.of, which the checker cannot see. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Phase> terminals;

    PhaseMapping(int code, String sequence) {
        this.code = code;
        this.sequence = sequence;
        Phase[] phases = new Phase[sequence.length() / CHARACTERS_A_PHASE];
        for (int i = 0; i < phases.length; i++) {
            int at = i * CHARACTERS_A_PHASE;
            phases[i] = Phase.valueOf(sequence.substring(at, at + CHARACTERS_A_PHASE));
        }
        this.terminals = List.of(phases);
    }

    /** The number a station stores for it, 0 to 9. */
    public int code() {
        return code;
    }

    /** As Phase-Connected writes it, e.g. {@code L3L1L2}; empty for none. */
    public String sequence() {
        return sequence;
    }

    /** Grid phases in the order of the terminals: none, one or three. */
    public List<Phase> terminals() {
        return terminals;
    }

    /**
     * This feeder's mapping followed by a rotation inside the station: the result's terminal k is what the
     * rotation's k-th terminal is connected to. A one-phase or absent feeder is not rotated.
     *
     * @param internal the station's internal sequence of three (guide §2.6)
     */
    public PhaseMapping rotatedBy(PhaseMapping internal) {
        if (terminals.size() < Phase.values().length || internal.terminals.size() < Phase.values().length) {
            return this;
        }
        StringBuilder composed = new StringBuilder();
        for (Phase inner : internal.terminals) {
            composed.append(terminals.get(inner.index()));
        }
        return ofSequence(composed.toString()).orElseThrow();
    }

    public static Optional<PhaseMapping> ofCode(int code) {
        return Arrays.stream(values()).filter(m -> m.code == code).findFirst();
    }

    public static Optional<PhaseMapping> ofSequence(String sequence) {
        return Arrays.stream(values()).filter(m -> m.sequence.equals(sequence)).findFirst();
    }
}
