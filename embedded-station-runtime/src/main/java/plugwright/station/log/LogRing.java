package plugwright.station.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import plugwright.api.ApiPath;

/**
 * The newest lines of a station's log. It outlives a reboot of the station, as the log of a real one does, but not
 * the process. Not safe for use by several threads at once.
 */
public final class LogRing {

    /** Lines kept: a day of a busy station. A line takes some 150 bytes, so 64 stations need at most 40 MB. */
    public static final int CAPACITY = 4_096;

    /** Longer texts are cut here: a real station's entries are short. */
    static final int MAX_TEXT = 240;

    private final Deque<LogLine> lines = new ArrayDeque<>();
    private long nextId;

    /**
     * Adds a line; the oldest goes when the ring is full.
     *
     * @param text control characters become blanks, so that an entry stays one line
     */
    public LogLine append(Instant at, LogLevel level, String file, int line, String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        LogLine entry = new LogLine(
                nextId, at, level, file, line, oneLine.substring(0, Math.min(oneLine.length(), MAX_TEXT)));
        nextId += LogLine.ID_STEP;
        lines.addLast(entry);
        if (lines.size() > CAPACITY) {
            lines.removeFirst();
        }
        return entry;
    }

    /**
     * One page.
     *
     * @param offset how many of the newest lines to pass over; beyond the oldest gives an empty page
     * @return at most 16 lines, oldest first
     */
    public List<LogLine> page(int offset) {
        List<LogLine> page = new ArrayList<>();
        Iterator<LogLine> newestFirst = lines.descendingIterator();
        for (int i = 0; newestFirst.hasNext() && i < Math.max(0, offset) + ApiPath.LOG_LINES_PER_PAGE; i++) {
            LogLine line = newestFirst.next();
            if (i >= offset) {
                page.add(line);
            }
        }
        return List.copyOf(page.reversed());
    }

    public int size() {
        return lines.size();
    }
}
