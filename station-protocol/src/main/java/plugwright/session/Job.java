package plugwright.session;

import java.util.concurrent.CompletableFuture;
import plugwright.model.Outcome;

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

        /** Log in with these. */
        record LogIn(Credentials credentials) implements Work {}

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
