package plugwright.model;

import java.util.function.Function;

/** What an operation came to: its value, or the problem that kept it from one. */
public sealed interface Outcome<T> {

    /** It worked. */
    record Ok<T>(T value) implements Outcome<T> {}

    /** It did not, for this reason. */
    record Failed<T>(Problem problem) implements Outcome<T> {}

    static <T> Outcome<T> ok(T value) {
        return new Ok<>(value);
    }

    static <T> Outcome<T> failed(ProblemCode code, String... details) {
        return new Failed<>(Problem.of(code, details));
    }

    static <T> Outcome<T> failed(Problem problem) {
        return new Failed<>(problem);
    }

    default <U> Outcome<U> map(Function<? super T, ? extends U> function) {
        return switch (this) {
            case Ok<T> ok -> new Ok<>(function.apply(ok.value));
            case Failed<T> failed -> new Failed<>(failed.problem);
        };
    }

    default <U> Outcome<U> flatMap(Function<? super T, Outcome<U>> function) {
        return switch (this) {
            case Ok<T> ok -> function.apply(ok.value);
            case Failed<T> failed -> new Failed<>(failed.problem);
        };
    }
}
