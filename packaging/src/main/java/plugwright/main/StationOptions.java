package plugwright.main;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import picocli.CommandLine.Option;
import plugwright.api.StationInfo;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.model.ProblemCode;
import plugwright.session.Credentials;
import plugwright.session.Fingerprint;
import plugwright.session.StationLink;

/** Options that name a station and the password for it, and a logged-in link from them. */
final class StationOptions {

    /** A command gives up on a station that takes longer than this for one answer, retries included. */
    private static final long PATIENCE_SECONDS = 60;

    @Option(
            names = "--station",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where the station answers; port 443 if none is given.")
    private String station = "";

    @Option(
            names = "--password-env",
            required = true,
            paramLabel = "VAR",
            description = "Environment variable that holds the station's password.")
    private String passwordVariable = "";

    @Option(
            names = "--trust",
            paramLabel = "FINGERPRINT",
            description =
                    "Accept this certificate only, also in place of another that was accepted before. Without it the "
                            + "certificate seen first is accepted and remembered, and another one refused later.")
    private String fingerprint = "";

    /**
     * Logs in, runs the work and logs out.
     *
     * @return what the work returned, or the exit code of the problem that kept it from running
     */
    int loggedIn(Wiring wiring, Function<Session, Integer> work) {
        Optional<HostPort> address = HostPort.parse(station, HostPort.STATION_API_PORT);
        if (address.isEmpty()) {
            return wiring.console().fail(Problem.of(ProblemCode.NOT_AN_ADDRESS, station));
        }
        Optional<Fingerprint> trusted = Fingerprint.parse(fingerprint);
        if (!fingerprint.isEmpty() && trusted.isEmpty()) {
            return wiring.console().fail(Problem.of(ProblemCode.NOT_A_FINGERPRINT, fingerprint));
        }
        String password = wiring.environment().get(passwordVariable);
        if (password == null) {
            return wiring.console()
                    .fail(Problem.of(
                            ProblemCode.BAD_ARGUMENT,
                            "The environment variable " + passwordVariable + " is not set. Set it to the password."));
        }
        try (StationLink link = wiring.link(address.get())) {
            return switch (logIn(wiring, link, trusted, Credentials.admin(password))) {
                case Outcome.Failed<StationInfo>(var problem) -> refused(wiring, link, problem);
                case Outcome.Ok<StationInfo>(var who) -> work.apply(new Session(link, who));
            };
        }
    }

    /** A certificate that changed is told with its fingerprint, and how it is accepted here. */
    private static int refused(Wiring wiring, StationLink link, Problem problem) {
        int code = wiring.console().fail(problem);
        if (problem.code() == ProblemCode.CERTIFICATE_CHANGED) {
            link.shownKey().ifPresent(shown -> wiring.console()
                    .note("It shows " + shown.shown() + " now. If the station was replaced, accept it: --trust \""
                            + shown.shown() + "\""));
        }
        return code;
    }

    /**
     * A link that is logged in.
     *
     * @param link open until the work returns
     * @param who the station
     */
    record Session(StationLink link, StationInfo who) {}

    private static Outcome<StationInfo> logIn(
            Wiring wiring, StationLink link, Optional<Fingerprint> trusted, Credentials credentials) {
        if (trusted.isPresent()) {
            Outcome<StationInfo> accepted = await(link.accept(trusted));
            if (accepted instanceof Outcome.Failed) {
                return accepted;
            }
        }
        Outcome<StationInfo> first = await(link.logIn(credentials));
        if (first instanceof Outcome.Failed<StationInfo>(var problem)
                && problem.code() == ProblemCode.CERTIFICATE_UNKNOWN) {
            Outcome<StationInfo> accepted = await(link.accept(link.shownKey()));
            if (accepted instanceof Outcome.Failed) {
                return accepted;
            }
            wiring.console()
                    .note("First contact: accepted the certificate "
                            + link.shownKey().map(Fingerprint::shown).orElse("?"));
            return await(link.logIn(credentials));
        }
        return first;
    }

    /** Waits a bounded time for an answer. */
    static <T> Outcome<T> await(CompletableFuture<Outcome<T>> answer) {
        return answer.completeOnTimeout(
                        Outcome.failed(ProblemCode.NO_ANSWER, "the station", Long.toString(PATIENCE_SECONDS)),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS)
                .join();
    }
}
