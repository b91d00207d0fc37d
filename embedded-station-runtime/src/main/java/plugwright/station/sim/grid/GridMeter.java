package plugwright.station.sim.grid;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import plugwright.model.PhaseCurrents;

/**
 * A simulated meter at a house connection, well or with a fault. To be shown the flow once a period; says what it would
 * say then. Not thread-safe.
 */
public final class GridMeter {

    /** A spike in mA: far above any fuse, and still a value that meters tell. */
    private static final int SPIKE = 400_000;

    private static final int SPIKE_EACH = 5;
    private static final int SLOW_PERIODS = 6;

    private final MeterKind kind;
    private final Optional<P1Writer> writer;
    private final Deque<Seen> underWay = new ArrayDeque<>();
    private MeterFault fault = MeterFault.WELL;
    private Optional<Seen> last = Optional.empty();
    private int count;

    /** A flow and the meter's time of it. */
    private record Seen(PhaseCurrents flow, Instant time) {}

    public GridMeter(MeterKind kind) {
        this.kind = kind;
        this.writer = kind instanceof MeterKind.P1 p1 ? Optional.of(new P1Writer(p1)) : Optional.empty();
    }

    public MeterKind kind() {
        return kind;
    }

    public MeterFault fault() {
        return fault;
    }

    /** From now on this is wrong with it. */
    public void fault(MeterFault its) {
        fault = its;
        underWay.clear();
    }

    /** What a P1 meter sends of a flow: a telegram, whole or damaged, or nothing. */
    public Optional<byte[]> telegram(PhaseCurrents flow, Instant time) {
        P1Writer p1 = writer.orElseThrow(() -> new IllegalStateException("not a P1 meter"));
        return shown(flow, time).map(seen -> damaged(p1.telegram(seen.flow, seen.time)));
    }

    private byte[] damaged(byte[] telegram) {
        if (fault == MeterFault.CRC) {
            telegram[telegram.length / 2] ^= 1;
        }
        return telegram;
    }

    /** What a Modbus meter holds in its registers; empty where it does not answer, or refuses. */
    public Optional<Map<Integer, Integer>> registers(PhaseCurrents flow, Instant time) {
        if (!(kind instanceof MeterKind.Modbus modbus)) {
            throw new IllegalStateException("not a Modbus meter");
        }
        return fault == MeterFault.CRC
                ? Optional.empty()
                : shown(flow, time).map(seen -> RegisterWriter.words(modbus.map(), seen.flow));
    }

    private Optional<Seen> shown(PhaseCurrents flow, Instant time) {
        count++;
        Seen now = new Seen(flow, time);
        Optional<Seen> shown = switch (fault) {
            case WELL, CRC -> Optional.of(now);
            case SILENT -> Optional.empty();
            case FROZEN -> Optional.of(last.orElse(now));
            case SPIKES -> Optional.of(count % SPIKE_EACH == 0 ? new Seen(plus(flow, SPIKE), time) : now);
            case WRONG_SIGN -> Optional.of(new Seen(negative(flow), time));
            case SLOW -> slow(now);
        };
        last = shown.or(() -> last);
        return shown;
    }

    private Optional<Seen> slow(Seen now) {
        underWay.add(now);
        if (underWay.size() <= SLOW_PERIODS) {
            return kind instanceof MeterKind.Modbus ? last : Optional.empty();
        }
        Seen late = underWay.removeFirst();
        return count % SLOW_PERIODS == 0 ? Optional.of(late) : kind instanceof MeterKind.Modbus ? last : Optional.empty();
    }

    private static PhaseCurrents plus(PhaseCurrents flow, int milliampere) {
        return flow.plus(PhaseCurrents.ofMilliampere(milliampere, milliampere, milliampere));
    }

    private static PhaseCurrents negative(PhaseCurrents flow) {
        return PhaseCurrents.ofMilliampere(-HouseLoads.on(flow, 0), -HouseLoads.on(flow, 1), -HouseLoads.on(flow, 2));
    }
}
