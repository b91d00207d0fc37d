package plugwright.meter.fuzz;

/** How long a target is fuzzed in a usual build; {@code fuzz.sh} goes on for as long as it is told. */
final class FuzzBounds {

    /** Some twenty seconds on a small machine. */
    static final long EXECUTIONS = 400_000;

    /** For slow machines: the build must end. */
    static final String LONGEST = "20s";

    private FuzzBounds() {}
}
