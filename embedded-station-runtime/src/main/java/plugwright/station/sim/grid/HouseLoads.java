package plugwright.station.sim.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plugwright.model.Outcome;
import plugwright.model.PhaseCurrents;
import plugwright.model.ProblemCode;

/**
 * What a house draws and its PV system makes, from moment to moment: each row holds until the next one, the last one
 * for ever. Immutable.
 */
public final class HouseLoads {

    /** A row each second of a week. */
    public static final int MAX_ROWS = 604_800;

    /** As much as the largest connection that a station knows, in mA. */
    private static final int MAX_MILLIAMPERE = 5_000_000;

    private static final int PHASES = 3;
    private static final String SAME = "seconds,house,pv";
    private static final String PER_PHASE = "seconds,house_l1,house_l2,house_l3,pv_l1,pv_l2,pv_l3";

    /**
     * From a moment on.
     *
     * @param atMillis after the start
     * @param house what it draws, per phase
     * @param pv what the PV system makes, per phase
     */
    public record Row(long atMillis, PhaseCurrents house, PhaseCurrents pv) {

        /** What flows at the connection without vehicles, on a phase of 0 to 2, in mA; negative is fed in. */
        public int net(int phase) {
            return on(house, phase) - on(pv, phase);
        }
    }

    private final List<Row> rows;

    /** @param rows in order of time, the first at 0 */
    public HouseLoads(List<Row> rows) {
        this.rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.getFirst().atMillis() != 0) {
            throw new IllegalArgumentException("loads begin at 0");
        }
    }

    /** Always the same. */
    public static HouseLoads constant(PhaseCurrents house, PhaseCurrents pv) {
        return new HouseLoads(List.of(new Row(0, house, pv)));
    }

    /** What is so at a moment after the start. */
    public Row at(long millis) {
        return rows.get(index(millis));
    }

    /** When the next row begins after a moment; far away where none does. */
    public long nextChange(long millis) {
        int next = millis < 0 ? 0 : index(millis) + 1;
        return next < rows.size() ? rows.get(next).atMillis() : Long.MAX_VALUE;
    }

    private int index(long millis) {
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (rows.get(middle).atMillis() <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    static int on(PhaseCurrents currents, int phase) {
        return currents.on(plugwright.model.Phase.values()[phase]).milliampere();
    }

    /**
     * Reads a table: a line of names, {@code seconds,house,pv} or per phase, then one row a line; ampere with a point.
     *
     * @param name of the file, for the error
     * @return the loads, or LOADS_UNREADABLE with the line and what is wrong in it
     */
    public static Outcome<HouseLoads> parse(String name, String text) {
        List<String> lines = text.lines().toList();
        String header = lines.isEmpty() ? "" : lines.getFirst().strip().replace(" ", "");
        if (!header.equals(SAME) && !header.equals(PER_PHASE)) {
            return wrong(name, 1, "it must be " + SAME + " or " + PER_PHASE);
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (rows.size() == MAX_ROWS) {
                return wrong(name, i + 1, "more than " + MAX_ROWS + " rows");
            }
            Optional<String> wrong = add(rows, lines.get(i), header.split(","));
            if (wrong.isPresent()) {
                return wrong(name, i + 1, wrong.get());
            }
        }
        return rows.isEmpty() ? wrong(name, lines.size() + 1, "a row is missing") : Outcome.ok(new HouseLoads(rows));
    }

    private static Outcome<HouseLoads> wrong(String name, int line, String what) {
        return Outcome.failed(ProblemCode.LOADS_UNREADABLE, name, "line " + line + ": " + what);
    }

    /** @return what is wrong with the line, if anything */
    private static Optional<String> add(List<Row> rows, String line, String[] names) {
        String[] cells = line.split(",", -1);
        if (cells.length != names.length) {
            return Optional.of("it has " + cells.length + " values, " + names.length + " are needed");
        }
        int[] values = new int[cells.length];
        for (int c = 0; c < cells.length; c++) {
            Optional<Integer> value = thousandths(cells[c].strip());
            boolean fits = value.filter(v -> v >= 0 && v <= MAX_MILLIAMPERE).isPresent();
            if (value.isEmpty() || (!fits && c > 0)) {
                return Optional.of(names[c] + " is \"" + cells[c].strip() + "\", a number of ampere from 0 to "
                        + MAX_MILLIAMPERE / 1_000 + " is needed");
            }
            values[c] = value.get();
        }
        long before = rows.isEmpty() ? -1 : rows.getLast().atMillis();
        if (rows.isEmpty() && values[0] != 0) {
            return Optional.of("the first row is at " + cells[0].strip() + " s, it must be at 0");
        }
        if (values[0] <= before) {
            return Optional.of("its time is not after the row before");
        }
        rows.add(new Row(values[0], currents(values, 1), currents(values, 1 + (names.length - 1) / 2)));
        return Optional.empty();
    }

    private static PhaseCurrents currents(int[] values, int from) {
        boolean same = values.length == SAME.split(",").length;
        int[] of = same ? new int[] {values[from], values[from], values[from]}
                : Arrays.copyOfRange(values, from, from + PHASES);
        return PhaseCurrents.ofMilliampere(of[0], of[1], of[2]);
    }

    private static Optional<Integer> thousandths(String text) {
        if (!text.matches("[0-9]{1,7}(\\.[0-9]{1,6})?")) {
            return Optional.empty();
        }
        long value = new BigDecimal(text).movePointRight(3).longValue();
        return value > Integer.MAX_VALUE ? Optional.empty() : Optional.of((int) value);
    }
}
