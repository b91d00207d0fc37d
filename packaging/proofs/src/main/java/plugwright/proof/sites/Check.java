package plugwright.proof.sites;

/**
 * One kind of comparison on many random sites, in chunks that can be taken up again: site n of a run has the seed of
 * the run plus n.
 */
public enum Check {
    BOTTLENECKS("bottleneck condition"),
    PROGRAMS("linear program and plain filling"),
    ADMISSION("all subsets of up to 8 sockets");

    private final String words;

    Check(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /**
     * What came of a stretch of seeds.
     *
     * @param sites how many were looked at
     * @param worst deviation, in A
     * @param worstSeed its seed
     * @param failures how many deviate by more than {@link Proof#TOLERANCE} or break a limit
     * @param firstFailure the seed of the first of these; meaningless where there is none
     * @param why what broke there
     */
    public record Result(long sites, double worst, long worstSeed, long failures, long firstFailure, String why) {

        public static final Result NONE = new Result(0, 0, 0, 0, 0, "");

        /** Both together. */
        public Result and(Result later) {
            boolean worse = later.worst > worst || sites == 0;
            Result first = failures > 0 ? this : later;
            return new Result(
                    sites + later.sites,
                    worse ? later.worst : worst,
                    worse ? later.worstSeed : worstSeed,
                    failures + later.failures,
                    first.firstFailure,
                    first.why);
        }
    }

    /** Looks at a stretch of seeds. */
    public Result run(long firstSeed, long sites) {
        Result result = Result.NONE;
        for (long seed = firstSeed; seed < firstSeed + sites; seed++) {
            result = result.and(one(seed));
        }
        return result;
    }

    private Result one(long seed) {
        try {
            double far = switch (this) {
                case BOTTLENECKS -> Proof.bottlenecks(seed);
                case PROGRAMS -> Proof.programs(seed);
                case ADMISSION -> Proof.admission(seed);
            };
            boolean fails = far > Proof.TOLERANCE;
            return new Result(1, far, seed, fails ? 1 : 0, seed, fails ? far + " A away" : "");
        } catch (AssertionError | IllegalStateException broken) {
            return new Result(1, 0, seed, 1, seed, String.valueOf(broken.getMessage()));
        }
    }
}
