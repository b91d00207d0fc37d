package plugwright.main.bench;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import plugwright.catalog.Known;
import plugwright.catalog.PropertyValue;
import plugwright.license.Feature;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SitePlan;
import plugwright.station.site.StationModel;

/**
 * A running station as Modbus slave, and in turn the slave of j2mod with as many registers that never change: the same
 * master reads the same block from both, over a connection each.
 */
public final class ModbusBenchmark implements Benchmark {

    /** Requests a second, ours by theirs. */
    public static final String RATE_RATIO = "station / j2mod, rate";

    /** The time that 99 of 100 requests stay below, ours by theirs. */
    public static final String SLOWEST_RATIO = "station / j2mod, p99";

    private static final String STATION = "127.0.0.61";
    private static final String RIVAL = "127.0.0.62";
    private static final int PORT = SitePlan.DEFAULT_MODBUS_PORT;

    /** 2530_1: an energy management system decides. */
    private static final long EMS = 3;

    private static final int UNIT = 1;

    /** As real masters read a socket's meter. */
    private static final int START = 300;

    private static final int WORDS = 125;
    private static final int REQUESTS_A_ROUND = 500;
    private static final int REQUESTS_A_TURN = 10;
    private static final int WARM_UP_ROUNDS = 20;
    private static final int PERCENT = 100;
    private static final int SLOWEST = 99;
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MICRO = 1e3;

    private final Path folder;
    private final int rounds;

    /**
     * @param folder for a station of its own
     * @param rounds counted, after a few that are not
     */
    public ModbusBenchmark(Path folder, int rounds) {
        this.folder = folder;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return "modbus";
    }

    @Override
    public String description() {
        return "Blocks of 125 registers that a station answers a second as Modbus slave, and the slave of j2mod.";
    }

    @Override
    public Outcome<List<Figure>> run() {
        return SimulatedSite.open(SitePlan.of(model(), folder.resolve("stations"))
                        .withFirstAddress(STATION)
                        .withPorts(0, PORT))
                .flatMap(site -> {
                    try (site) {
                        return besideRival();
                    }
                });
    }

    private static StationModel model() {
        return StationModel.fullDouble()
                .delivered(Map.of(Known.ALB_DATA_SOURCE, PropertyValue.of(EMS)), Feature.ACTIVE_LOAD_BALANCING);
    }

    private Outcome<List<Figure>> besideRival() {
        ModbusSlave rival = null;
        try {
            rival = ModbusSlaveFactory.createTCPSlave(InetAddress.getByName(RIVAL), PORT, 2, false);
            SimpleProcessImage image = new SimpleProcessImage(UNIT);
            for (int at = 0; at < START + WORDS; at++) {
                image.addRegister(new SimpleRegister(at));
            }
            rival.addProcessImage(UNIT, image);
            rival.open();
            try (Master ours = new Master(STATION);
                    Master theirs = new Master(RIVAL)) {
                return Outcome.ok(measure(ours, theirs));
            }
        } catch (ModbusException | IOException broken) {
            return Outcome.failed(ProblemCode.BAD_ARGUMENT, String.valueOf(broken.getMessage()));
        } finally {
            if (rival != null) {
                ModbusSlaveFactory.close(rival);
            }
        }
    }

    /** In turns of a few requests, so that whatever else the machine does comes upon both alike. */
    private List<Figure> measure(Master ours, Master theirs) throws IOException {
        double[] ourRate = new double[rounds];
        double[] theirRate = new double[rounds];
        double[] ratio = new double[rounds];
        long[] ourNanos = new long[rounds * REQUESTS_A_ROUND];
        long[] theirNanos = new long[rounds * REQUESTS_A_ROUND];
        for (int request = 0; request < WARM_UP_ROUNDS * REQUESTS_A_ROUND; request++) {
            ours.ask();
            theirs.ask();
        }
        for (int round = 0; round < rounds; round++) {
            int from = round * REQUESTS_A_ROUND;
            for (int at = from; at < from + REQUESTS_A_ROUND; at += REQUESTS_A_TURN) {
                for (int i = at; i < at + REQUESTS_A_TURN; i++) {
                    ourNanos[i] = ours.ask();
                }
                for (int i = at; i < at + REQUESTS_A_TURN; i++) {
                    theirNanos[i] = theirs.ask();
                }
            }
            ourRate[round] = rate(ourNanos, from);
            theirRate[round] = rate(theirNanos, from);
            ratio[round] = ourRate[round] / theirRate[round];
        }
        double ourSlowest = slowest(ourNanos);
        double theirSlowest = slowest(theirNanos);
        return List.of(
                Figure.of("station", "requests/s", ourRate),
                Figure.of("j2mod", "requests/s", theirRate),
                Figure.of(RATE_RATIO, "ratio", ratio),
                Figure.of("station, p99", "us", ourSlowest),
                Figure.of("j2mod, p99", "us", theirSlowest),
                Figure.of(SLOWEST_RATIO, "ratio", ourSlowest / theirSlowest));
    }

    private static double rate(long[] nanos, int from) {
        long sum = Arrays.stream(nanos, from, from + REQUESTS_A_ROUND).sum();
        return REQUESTS_A_ROUND * NANOS / sum;
    }

    private static double slowest(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((long) sorted.length * SLOWEST / PERCENT)] / NANOS_A_MICRO;
    }

    /** Asks one request after the other. */
    private static final class Master implements AutoCloseable {

        private static final int TIMEOUT_MILLIS = 10_000;
        private static final int HEAD_BYTES = 9;
        private static final int FUNCTION = 3;
        private static final byte[] REQUEST = {
            0, 1, 0, 0, 0, 6, UNIT, FUNCTION, (byte) (START >> Byte.SIZE), (byte) START, 0, WORDS
        };

        private final Socket socket;
        private final OutputStream out;
        private final DataInputStream in;
        private final byte[] reply = new byte[HEAD_BYTES + 2 * WORDS];

        Master(String address) throws IOException {
            socket = new Socket(address, PORT);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            out = socket.getOutputStream();
            in = new DataInputStream(socket.getInputStream());
        }

        /** @return how long it took, in ns */
        long ask() throws IOException {
            long start = System.nanoTime();
            out.write(REQUEST);
            in.readFully(reply);
            long nanos = System.nanoTime() - start;
            if (reply[HEAD_BYTES - 2] != FUNCTION || (reply[HEAD_BYTES - 1] & 0xFF) != 2 * WORDS) {
                throw new IOException("no reply to a read");
            }
            return nanos;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
