package plugwright.ui.station.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import plugwright.model.Outcome;
import plugwright.model.Problem;
import plugwright.ui.fx.WhileSeen;
import plugwright.ui.station.StationModel;

/** Follows a station's log while it is looked at, and decides which rows are shown. FX thread only. */
public final class LogViewModel {
    /** New lines are seen soon, and the station has time for other things. */
    static final Duration PERIOD = Duration.ofSeconds(2);

    private final StationModel station;
    private final ObservableList<LogRow> shown = FXCollections.observableArrayList();
    private final ObjectProperty<LogFilter> filter = new SimpleObjectProperty<>(LogFilter.ALL);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.READING);
    private List<LogRow> rows = List.of();
    private final WhileSeen ticking;
    private boolean asking;

    /** Whether anything was read yet. */
    public enum Standing {
        READING,
        EMPTY,
        NOTHING_MATCHES,
        SHOWN
    }

    LogViewModel(StationModel station) {
        this.station = station;
        ticking = new WhileSeen(station.door(), PERIOD, this::tick);
        filter.addListener((property, old, now) -> showAll());
    }

    /** Looks again and again while it is seen. */
    WhileSeen whileSeen() {
        return ticking;
    }

    private void tick() {
        if (station.link().get().isLoggedIn() && !asking) {
            asking = true;
            ask(LogMerge.after(rows), 0);
        }
    }

    private void ask(LogMerge merge, int offset) {
        station.door().deliver(station.access().log(offset), outcome -> {
            switch (outcome) {
                case Outcome.Ok<List<String>>(var page) -> {
                    problem.set(Optional.empty());
                    switch (merge.take(page)) {
                        case LogMerge.Step.More(var next, var further) -> ask(next, further);
                        case LogMerge.Step.Done(var now, var kept) -> {
                            asking = false;
                            take(now, kept);
                        }
                    }
                }
                case Outcome.Failed<List<String>>(var why) -> {
                    asking = false;
                    problem.set(Optional.of(why));
                }
            }
        });
    }

    /** Rows are only ever added at the end and dropped at the start: what stays is not drawn again. */
    private void take(List<LogRow> now, int kept) {
        List<LogRow> before = rows;
        rows = now;
        long dropped = before.subList(0, before.size() - kept).stream()
                .filter(filter.get()::shows)
                .count();
        shown.remove(0, (int) dropped);
        shown.addAll(now.subList(kept, now.size()).stream()
                .filter(filter.get()::shows)
                .toList());
        stand();
    }

    private void showAll() {
        shown.setAll(rows.stream().filter(filter.get()::shows).toList());
        stand();
    }

    private void stand() {
        if (rows.isEmpty()) {
            standing.set(Standing.EMPTY);
        } else {
            standing.set(shown.isEmpty() ? Standing.NOTHING_MATCHES : Standing.SHOWN);
        }
    }

    /**
     * The next row with the text that is searched for, from a row on and around.
     *
     * @param from index of the row before, −1 for none
     * @param step 1 forwards, −1 backwards
     */
    OptionalInt find(int from, int step) {
        String wanted = search.get().toLowerCase(Locale.ROOT);
        int size = shown.size();
        for (int i = 1; i <= size && !wanted.isEmpty(); i++) {
            int at = Math.floorMod(from + i * step, size);
            if (shown.get(at).searched().toLowerCase(Locale.ROOT).contains(wanted)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }

    /** The lines that are shown, as the station wrote them. */
    String text() {
        return new ArrayList<>(shown)
                .stream()
                        .map(LogRow::searched)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    /** What passes the filter, oldest first. */
    ObservableList<LogRow> shown() {
        return FXCollections.unmodifiableObservableList(shown);
    }

    ObjectProperty<LogFilter> filter() {
        return filter;
    }

    /** What is marked in the rows. */
    public StringProperty search() {
        return search;
    }

    /** Why the last page did not come. */
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }
}
