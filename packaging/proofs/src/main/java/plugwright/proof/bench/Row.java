package plugwright.proof.bench;

/**
 * One measured case.
 *
 * @param name what was done
 * @param engine by what
 * @param medianMicros of a call, in µs
 * @param p999Micros 99.9th percentile, in µs
 * @param bytesPerCall allocated: JMH's gc.alloc.rate.norm
 * @param ratio what the target is about, or the median ÷ that of 128 sockets
 * @param target in words; empty where there is none
 * @param held whether it is met; true where there is none
 */
public record Row(
        String name,
        String engine,
        double medianMicros,
        double p999Micros,
        double bytesPerCall,
        double ratio,
        String target,
        boolean held) {}
