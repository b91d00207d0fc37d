package plugwright.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import plugwright.model.WireTime;

/**
 * Notices that each log-in which a link renews by itself is ended again at once: somebody else wants the station, and
 * two programs that both come back would throw each other out for ever. For one owner.
 */
final class Renewals {

    /** A session that a station or a network ended lasts longer, once it is renewed; one that somebody took does not. */
    static final Duration AT_ONCE = Duration.ofSeconds(10);

    /** Once may be chance. */
    static final int MOST_IN_VAIN = 2;

    private @Nullable WireTime renewedAt;
    private int inVain;

    /** The user logged in, or the station was away: what was lost is explained. */
    void forget() {
        renewedAt = null;
        inVain = 0;
    }

    /** The link logged in again by itself. */
    void renewed(WireTime now) {
        renewedAt = now;
    }

    /**
     * A session is over.
     *
     * @param lost when that was noticed
     * @return whether it makes no sense to renew it again
     */
    boolean areInVain(WireTime lost) {
        WireTime since = renewedAt;
        renewedAt = null;
        if (since == null || lost.since(since).compareTo(AT_ONCE) > 0) {
            inVain = 0;
            return false;
        }
        inVain++;
        return inVain >= MOST_IN_VAIN;
    }
}
