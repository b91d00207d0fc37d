package plugwright.main.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.util.Subscription;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.ui.app.PlugwrightWindow;
import plugwright.ui.fx.Timings;
import plugwright.ui.station.LinkView;

/** Goes through the window as a user would, a step at a time. On the FX thread. */
final class FxTour {

    /** A machine under load takes its time to log in; longer is broken. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration STEP = Duration.ofMillis(500);

    /** Half a minute: the chart fills, polls come and go. */
    private static final int MONITORING_STEPS = 60;

    private static final String MONITOR = "monitor";

    private static final String[] TABS = {"general", "power", "balancing", MONITOR, "log"};

    private static final int ROUNDS_OF_TABS = 5;

    private final PlugwrightWindow window;
    private final HostPort station;
    private final Timings timings;
    private Consumer<Optional<Cost>> whenDone = cost -> {};
    private Subscription ticking = Subscription.EMPTY;
    private Timings.Summary start;
    private Timings.Summary monitoring;
    private Timings.Summary firstLook;
    private int step;
    private int waited;

    /**
     * What the parts of the tour cost.
     *
     * @param start until it is logged in, from a cold start of Java
     * @param monitoring Live monitoring, from its first picture on
     * @param firstLook every other tab built and shown for the first time
     * @param again all tabs in turn
     * @param everything all of it
     */
    record Cost(
            Timings.Summary start,
            Timings.Summary monitoring,
            Timings.Summary firstLook,
            Timings.Summary again,
            Timings.Summary everything) {}

    FxTour(PlugwrightWindow window, HostPort station) {
        this.window = window;
        this.station = station;
        this.timings = window.door().timings();
        this.start = timings.summary();
        this.monitoring = start;
        this.firstLook = start;
    }

    /** @param done gets what it cost; nothing when the station could not be reached */
    void begin(Consumer<Optional<Cost>> done) {
        whenDone = done;
        addStation();
        ticking = window.door().every(STEP, this::tick);
    }

    /** A machine under load may need more than one try to reach it. */
    private void addStation() {
        window.model().nav().add(station.toString(), outcome -> {
            if (outcome instanceof Outcome.Failed<?> && STEP.multipliedBy(waited).compareTo(PATIENCE) < 0) {
                addStation();
            }
        });
    }

    private void tick() {
        if (!window.model().isLoggedIn() && step == 0) {
            logIn();
        } else {
            // what was seen so far ends with the task before this one
            go(step++);
        }
    }

    private void logIn() {
        window.model().current().get().ifPresent(model -> {
            if (model.link().get() instanceof LinkView.NewCertificate(var fingerprint)) {
                model.access().acceptCertificate(fingerprint);
            }
        });
        if (STEP.multipliedBy(++waited).compareTo(PATIENCE) > 0) {
            end(Optional.empty());
        }
    }

    private void go(int now) {
        int toured = now - MONITORING_STEPS;
        if (now == 0) {
            start = taken();
            window.model().showTab(MONITOR);
        } else if (toured == 0) {
            monitoring = taken();
        } else if (toured == TABS.length) {
            firstLook = taken();
        } else if (toured == TABS.length * (ROUNDS_OF_TABS + 1)) {
            end(Optional.of(new Cost(start, monitoring, firstLook, taken(), timings.sinceStart())));
            return;
        }
        if (toured >= 0) {
            window.model().showTab(TABS[toured % TABS.length]);
        }
    }

    private Timings.Summary taken() {
        Timings.Summary summary = timings.summary();
        timings.reset();
        return summary;
    }

    private void end(Optional<Cost> cost) {
        ticking.unsubscribe();
        whenDone.accept(cost);
    }
}
