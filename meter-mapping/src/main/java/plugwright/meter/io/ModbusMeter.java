package plugwright.meter.io;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plugwright.meter.GridReading;
import plugwright.meter.map.FunctionCode;
import plugwright.meter.map.MapDecoder;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.RegisterBlock;
import plugwright.meter.map.RegisterImage;
import plugwright.meter.map.SunSpecWalk;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;

/**
 * A Modbus meter: connects when it is first asked, keeps the connection, drops it after any fault and connects anew
 * with the next question. Whatever the meter answers, the outcome is a reading or a problem. Asked by one thread;
 * {@link #close} may be called by any.
 */
public final class ModbusMeter implements AutoCloseable {

    private static final int ILLEGAL_ADDRESS = 2;
    private static final int TRANSACTIONS = 0x10000;

    private final MeterAddress meter;
    private volatile @Nullable ModbusLine line;
    private volatile boolean closed;
    private int transaction;

    /** The map whose gaps this meter does not let be read along. */
    private @Nullable MeterMap withoutGaps;

    public ModbusMeter(MeterAddress meter) {
        this.meter = meter;
    }

    /** The currents now. */
    public Outcome<GridReading> read(MeterMap map) {
        boolean known = map.equals(withoutGaps);
        Outcome<RegisterImage> image = image(known ? map.withoutGaps() : map);
        MeterMap dense = map.withoutGaps();
        if (!known && isIllegalAddress(image) && !dense.reads().equals(map.reads())) {
            image = image(dense);
            if (image instanceof Outcome.Ok<RegisterImage>) {
                withoutGaps = map;
            }
        }
        return image.flatMap(i -> MapDecoder.decode(map, i));
    }

    private static boolean isIllegalAddress(Outcome<RegisterImage> image) {
        return image instanceof Outcome.Failed<RegisterImage>(var problem)
                && problem.code() == ProblemCode.METER_EXCEPTION
                && problem.details().get(4).equals(Integer.toString(ILLEGAL_ADDRESS));
    }

    private Outcome<RegisterImage> image(MeterMap map) {
        RegisterImage image = new RegisterImage();
        for (RegisterBlock block : map.reads()) {
            switch (words(map.function(), block)) {
                case Outcome.Ok<int[]>(var words) -> image.put(block.address(), words);
                case Outcome.Failed<int[]>(var problem) -> {
                    return Outcome.failed(problem);
                }
            }
        }
        return Outcome.ok(image);
    }

    /** The map of a meter that describes itself. */
    public Outcome<MeterMap> findSunSpec() {
        SunSpecWalk walk = new SunSpecWalk(meter.at().toString());
        SunSpecWalk.Step step = walk.start();
        while (step instanceof SunSpecWalk.Step.Read(RegisterBlock block)) {
            switch (words(FunctionCode.HOLDING, block)) {
                case Outcome.Ok<int[]>(var words) -> step = walk.answer(Optional.of(words));
                case Outcome.Failed<int[]>(var problem) -> {
                    if (problem.code() != ProblemCode.METER_EXCEPTION) {
                        return Outcome.failed(problem);
                    }
                    step = walk.answer(Optional.empty());
                }
            }
        }
        return switch (step) {
            case SunSpecWalk.Step.Found(MeterMap map) -> Outcome.ok(map);
            case SunSpecWalk.Step.Failed(Problem problem) -> Outcome.failed(problem);
            case SunSpecWalk.Step.Read _ -> throw new IllegalStateException("the walk goes on");
        };
    }

    private Outcome<int[]> words(FunctionCode function, RegisterBlock block) {
        transaction = (transaction + 1) % TRANSACTIONS;
        ReadRequest request = new ReadRequest(transaction, meter.unit(), function, block);
        try {
            return outcome(request, open().ask(request));
        } catch (IOException e) {
            drop();
            return Outcome.failed(problem(e, meter));
        }
    }

    private ModbusLine open() throws IOException {
        ModbusLine open = line;
        if (open == null) {
            open = switch (meter.framing()) {
                case TCP -> J2modLine.open(meter);
                case RTU_OVER_TCP -> RtuLine.open(meter);
                case UDP -> UdpLine.open(meter);
            };
            line = open;
        }
        if (closed) {
            open.close();
        }
        return open;
    }

    private Outcome<int[]> outcome(ReadRequest request, Reply reply) {
        return switch (reply) {
            case Reply.Words(int[] words) -> Outcome.ok(words);
            case Reply.Refused(int exception) ->
                Outcome.failed(
                        ProblemCode.METER_EXCEPTION,
                        meter.at().toString(),
                        Integer.toString(meter.unit()),
                        Integer.toString(request.block().count()),
                        Integer.toString(request.block().address()),
                        Integer.toString(exception),
                        name(exception));
            case Reply.Broken(String why) -> {
                drop();
                yield Outcome.failed(ProblemCode.METER_REPLY_BROKEN, meter.at().toString(), why);
            }
            case Reply.Incomplete _, Reply.Foreign _ -> throw new IllegalStateException("a line waits for the answer");
        };
    }

    /** As the Modbus standard names them. */
    private static String name(int exception) {
        return switch (exception) {
            case 1 -> "illegal function";
            case ILLEGAL_ADDRESS -> "illegal data address";
            case 3 -> "illegal data value";
            case 4 -> "server device failure";
            case 5 -> "acknowledge";
            case 6 -> "server device busy";
            case 8 -> "memory parity error";
            case 10 -> "gateway path unavailable";
            case 11 -> "gateway target device failed to respond";
            default -> "not in the standard";
        };
    }

    static Problem problem(IOException e, MeterAddress meter) {
        String at = meter.at().toString();
        return switch (e) {
            case SocketTimeoutException _ ->
                Problem.of(
                        ProblemCode.METER_TIMEOUT,
                        at,
                        Integer.toString(meter.unit()),
                        Long.toString(meter.timeout().toMillis()));
            case UnknownHostException _ -> Problem.of(ProblemCode.METER_UNKNOWN_HOST, meter.at().host());
            case NoRouteToHostException _ -> Problem.of(ProblemCode.METER_NO_ROUTE, at);
            case PortUnreachableException _ -> Problem.of(ProblemCode.METER_REFUSED, at);
            case ConnectException refused when isUnreachable(refused) -> Problem.of(ProblemCode.METER_NO_ROUTE, at);
            case ConnectException _ -> Problem.of(ProblemCode.METER_REFUSED, at);
            default ->
                isUnreachable(e)
                        ? Problem.of(ProblemCode.METER_NO_ROUTE, at)
                        : Problem.of(ProblemCode.METER_CONNECTION_LOST, at);
        };
    }

    /** "Network is unreachable" has no exception of its own. */
    private static boolean isUnreachable(IOException e) {
        return String.valueOf(e.getMessage()).contains("unreachable");
    }

    private void drop() {
        ModbusLine open = line;
        line = null;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        drop();
    }
}
