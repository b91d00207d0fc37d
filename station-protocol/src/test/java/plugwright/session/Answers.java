package plugwright.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;

/** What a link answered. */
final class Answers {

    private static final int PATIENCE_SECONDS = 20;

    private Answers() {}

    static <T> T await(CompletableFuture<T> future) {
        return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Why it failed. */
    static ProblemCode code(Outcome<?> outcome) {
        return ((Outcome.Failed<?>) outcome).problem().code();
    }
}
