package plugwright.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.StationId;

/**
 * A request that waits for its turn.
 *
 * @param urgency its class
 * @param sequence when it was asked, among those of its class
 * @param request what to send
 * @param answer completed with the reply of status 200, or the problem
 */
record Job(RequestClass urgency, long sequence, Work request, CompletableFuture<Outcome<Reply>> answer)
        implements Comparable<Job> {

    /** What the link's thread does when the job's turn comes. */
    sealed interface Work {
        /** Send this. */
        record Send(Request request) implements Work {}

        /**
         * Log in with these.
         *
         * @param accepted the key that the user accepted: to no other one a password is sent
         * @param whom which station it is, where that is known: neither to another one
         */
        record LogIn(Credentials credentials, Fingerprint accepted, Optional<StationId> whom) implements Work {}

        /** Forget the log-in and let only this key through, where another one had to be shown until now. */
        record Trust(Fingerprint key) implements Work {}

        /**
         * Go on at another address, unless logged in where it is.
         *
         * @param where the station answers now
         * @param way there, taken over only then
         */
        record Move(HostPort where, Transport way) implements Work {}

        /** Log out and end the connection. */
        record LogOut() implements Work {}

        /** End the thread; what still waits is answered as not logged in. */
        record Stop() implements Work {}
    }

    @Override
    public int compareTo(Job other) {
        int byClass = urgency.compareTo(other.urgency);
        return byClass != 0 ? byClass : Long.compare(sequence, other.sequence);
    }
}
