package plugwright.model;

/** One current per phase; whose phases they are, the context says. */
public record PhaseCurrents(Ampere l1, Ampere l2, Ampere l3) {

    public static final PhaseCurrents ZERO = new PhaseCurrents(Ampere.ZERO, Ampere.ZERO, Ampere.ZERO);

    /** From mA. */
    public static PhaseCurrents ofMilliampere(int l1, int l2, int l3) {
        return new PhaseCurrents(new Ampere(l1), new Ampere(l2), new Ampere(l3));
    }

    public Ampere on(Phase phase) {
        return switch (phase) {
            case L1 -> l1;
            case L2 -> l2;
            case L3 -> l3;
        };
    }

    /** The current of the most loaded phase. */
    public Ampere highest() {
        return l1.max(l2).max(l3);
    }

    /** The lower one on each phase. */
    public PhaseCurrents min(PhaseCurrents other) {
        return new PhaseCurrents(l1.min(other.l1), l2.min(other.l2), l3.min(other.l3));
    }

    public PhaseCurrents plus(PhaseCurrents other) {
        return new PhaseCurrents(l1.plus(other.l1), l2.plus(other.l2), l3.plus(other.l3));
    }
}
