package plugwright.proof.bench;

/**
 * How thoroughly to measure.
 *
 * @param warmUps iterations that do not count
 * @param iterations that count
 * @param millis of an iteration
 * @param byteMillis for counting what is allocated: the longer, the less JMH's own bytes weigh
 * @param sites among which the worst is looked for; 0: only what has a target in figures is measured
 */
public record Form(int warmUps, int iterations, int millis, int byteMillis, int sites) {

    /** What {@code bench allocation} does: some three minutes. */
    public static final Form FULL = new Form(4, 8, 1_000, 4_000, 1_000);

    /** What a test can wait for. */
    public static final Form SHORT = new Form(1, 2, 400, 600, 0);

    /** For what takes seconds a call: a few calls, however long they take. */
    Form slow() {
        return new Form(sites > 0 ? 1 : 0, sites > 0 ? 2 : 1, millis, byteMillis, sites);
    }
}
