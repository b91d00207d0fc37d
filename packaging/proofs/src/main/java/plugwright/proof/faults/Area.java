package plugwright.proof.faults;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where a fault lies, by the name of its folder, and who looks for it.
 *
 * @param source package of the faulty code, under {@code plugwright}
 * @param tests packages of the directed tests, under {@code plugwright}: that of the code first
 * @param course the random runs that go through this code
 */
public record Area(String source, List<String> tests, Course course) {

    /** Kinds of random runs. */
    public enum Course {
        /** Quarter days of one station, after the scenario files. */
        DAYS,
        /** Networks of 2 to 8 stations with all faults of the air: {@code simulate --random --stations --faults all}. */
        NETWORKS
    }

    private static final List<String> OF_A_STATION =
            List.of("station.mode3", "station.control", "station.engine", "station.sim");

    private static final List<String> OF_A_NETWORK = List.of("station.member", "station.sim.net", "station.sim.grid");

    /** What a folder of patches stands for: {@code scn} for the packets, any other for a package of the station. */
    public static Area of(String folder) {
        return switch (folder) {
            case "control", "mode3", "engine", "sim" -> area("station." + folder, OF_A_STATION, Course.DAYS);
            case "scn" -> area("wire.scn", OF_A_NETWORK, Course.NETWORKS);
            default -> area("station." + folder, OF_A_NETWORK, Course.NETWORKS);
        };
    }

    private static Area area(String source, List<String> all, Course course) {
        List<String> tests = Stream.concat(Stream.of(source), all.stream()).distinct().toList();
        return new Area(source, tests, course);
    }
}
