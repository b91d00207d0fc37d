package plugwright.station.udp;

import java.util.LinkedHashSet;
import plugwright.model.WireTime;

/**
 * Which queries one station answers: each id once, because a query comes by several broadcast addresses, and so many
 * in a second at most, because anyone can put another's address into a query.
 */
final class AnswerRule {

    /** Several tools and all their adapters ask within seconds; older ids don't come again. */
    private static final int REMEMBERED_IDS = 64;

    /** Far above what tools ask, far below what troubles a network. */
    static final int MOST_ANSWERS_A_SECOND = 50;

    private static final long SECOND_NANOS = 1_000_000_000L;

    private final LinkedHashSet<Long> answered = new LinkedHashSet<>();
    private WireTime secondBegan;
    private int answersInSecond;

    AnswerRule(WireTime now) {
        this.secondBegan = now;
    }

    /** Whether to answer this query now; counts it if so. */
    boolean answers(long queryId, WireTime now) {
        if (now.nanos() - secondBegan.nanos() >= SECOND_NANOS) {
            secondBegan = now;
            answersInSecond = 0;
        }
        if (answersInSecond >= MOST_ANSWERS_A_SECOND || !answered.add(queryId)) {
            return false;
        }
        answersInSecond++;
        if (answered.size() > REMEMBERED_IDS) {
            answered.removeFirst();
        }
        return true;
    }
}
