package plugwright.ui.station.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Fetches what is new in a log, page by page from the newest line back to what is known, and puts it in order. Lines
 * written meanwhile move the pages: ids tell which lines are the same. Pure; immutable.
 *
 * @param known rows so far, oldest first
 * @param fetched rows of this round, oldest first, without doubles
 * @param pages how many were fetched in this round
 */
record LogMerge(List<LogRow> known, List<LogRow> fetched, int pages) {
    /** Lines of a full page. */
    static final int PAGE = 16;

    /** A station's whole log is longer; more than this at once only keeps it busy. */
    static final int MOST_PAGES = 64;

    /** Rows kept: some hours of a busy station, some MB. */
    static final int MOST_ROWS = 5_000;

    /** Lines without an id count as the same where the same text is found this close. */
    private static final int SAME_WITHIN = 2 * PAGE;

    LogMerge {
        known = List.copyOf(known);
        fetched = List.copyOf(fetched);
    }

    /** What a page led to. */
    sealed interface Step {
        /** @param offset of the next page, in lines back from the newest */
        record More(LogMerge merge, int offset) implements Step {}

        /**
         * The round is over.
         *
         * @param rows all, oldest first
         * @param kept how many of them, the first ones, were known before
         */
        record Done(List<LogRow> rows, int kept) implements Step {}
    }

    /** Begins a round. */
    static LogMerge after(List<LogRow> known) {
        return new LogMerge(known, List.of(), 0);
    }

    /** @param page lines as they came, oldest first */
    Step take(List<String> page) {
        List<LogRow> rows = page.stream().map(LogRow::parse).toList();
        List<LogRow> all = new ArrayList<>(rows);
        int same = overlap(rows, fetched);
        all.addAll(fetched.subList(same, fetched.size()));
        LogMerge merged = new LogMerge(known, all, pages + 1);
        boolean more = rows.size() >= PAGE && merged.pages < MOST_PAGES && !merged.reachesKnown();
        return more ? new Step.More(merged, merged.pages * PAGE) : merged.joined();
    }

    /** How many rows at the start of the newer list are at the end of the older page already. */
    private static int overlap(List<LogRow> older, List<LogRow> newer) {
        OptionalLong last = lastId(older);
        if (last.isEmpty()) {
            return 0;
        }
        for (int i = newer.size() - 1; i >= 0; i--) {
            if (newer.get(i) instanceof LogRow.Line line && line.id() <= last.getAsLong()) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean reachesKnown() {
        if (isRestarted()) {
            return firstId(fetched).orElse(0) == 0;
        }
        OptionalLong last = lastId(known);
        OptionalLong first = firstId(fetched);
        return last.isPresent() && first.isPresent() && first.getAsLong() <= last.getAsLong() + LogRow.ID_STEP;
    }

    /** Ids start again: the newest line is older than what is known, or a known id has another text now. */
    private boolean isRestarted() {
        OptionalLong last = lastId(known);
        OptionalLong newest = lastId(fetched);
        if (last.isEmpty() || newest.isEmpty()) {
            return false;
        }
        return newest.getAsLong() < last.getAsLong()
                || fetched.stream()
                        .filter(LogRow.Line.class::isInstance)
                        .map(LogRow.Line.class::cast)
                        .anyMatch(line -> knownWith(line.id())
                                .filter(k -> !k.raw().equals(line.raw()))
                                .isPresent());
    }

    /** The known line with an id since the last start. */
    private Optional<LogRow.Line> knownWith(long id) {
        for (LogRow row : known.reversed()) {
            if (row instanceof LogRow.Restarted) {
                return Optional.empty();
            }
            if (row instanceof LogRow.Line line && line.id() <= id) {
                return line.id() == id ? Optional.of(line) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Step.Done joined() {
        List<LogRow> rows = new ArrayList<>(known);
        OptionalLong last = lastId(known);
        if (isRestarted()) {
            rows.add(new LogRow.Restarted());
            rows.addAll(fetched);
        } else if (last.isPresent()) {
            OptionalLong first = firstId(fetched);
            if (first.isPresent() && first.getAsLong() > last.getAsLong() + LogRow.ID_STEP) {
                rows.add(new LogRow.Missing((first.getAsLong() - last.getAsLong()) / LogRow.ID_STEP - 1));
            }
            fetched.stream().filter(row -> isNew(row, last.getAsLong())).forEach(rows::add);
        } else {
            fetched.stream().filter(row -> !rows.contains(row)).forEach(rows::add);
        }
        int dropped = Math.max(0, rows.size() - MOST_ROWS);
        return new Step.Done(List.copyOf(rows.subList(dropped, rows.size())), Math.max(0, known.size() - dropped));
    }

    private boolean isNew(LogRow row, long last) {
        return row instanceof LogRow.Line line
                ? line.id() > last
                : !known.subList(Math.max(0, known.size() - SAME_WITHIN), known.size()).contains(row);
    }

    private static OptionalLong lastId(List<LogRow> rows) {
        for (LogRow row : rows.reversed()) {
            if (row instanceof LogRow.Line line) {
                return OptionalLong.of(line.id());
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong firstId(List<LogRow> rows) {
        for (LogRow row : rows) {
            if (row instanceof LogRow.Line line) {
                return OptionalLong.of(line.id());
            }
        }
        return OptionalLong.empty();
    }
}
