package plugwright.ui.station.monitor;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import plugwright.model.Ampere;
import plugwright.ui.form.Note;
import plugwright.ui.form.Pill;
import plugwright.ui.text.Texts;

/** Currents: a card a socket, and the station below them. */
final class CurrentsView extends ScrollPane {
    /** Its own width would be that of all of its parts in one row. */
    private static final double USUAL_WIDTH = 600;

    private final Texts texts;
    private final VBox cards = new VBox();
    private final List<SocketCard> sockets = new ArrayList<>();
    private final Note hint = new Note(Pill.Tone.ACCENT);
    private final StationBar bar;

    /** @param actions buttons of the station's line */
    CurrentsView(Texts texts, Node... actions) {
        this.texts = texts;
        bar = new StationBar(texts, actions);
        hint.setId("monitor-hint");
        cards.getStyleClass().add("monitor-cards");
        getStyleClass().add("page-scroll");
        setFitToWidth(true);
        setPrefViewportWidth(USUAL_WIDTH);
        setFocusTraversable(false);
        setContent(cards);
        cardsFor(1);
    }

    private void cardsFor(int count) {
        while (sockets.size() < count) {
            sockets.add(new SocketCard(sockets.size(), texts));
        }
        while (sockets.size() > count) {
            sockets.removeLast().still();
        }
        cards.getChildren().setAll(sockets);
        cards.getChildren().addAll(hint, bar);
    }

    void show(MonitorState state) {
        int count = state.latest().map(s -> s.sockets().size()).orElse(sockets.size());
        if (count != sockets.size()) {
            cardsFor(count);
        }
        double top = CurrentChart.topFor(highest(state.samples()));
        sockets.forEach(s -> s.show(state, top));
        bar.show(state);
        boolean apart = state.latest().filter(StationSample::chargesOnDifferentPhases).isPresent();
        hint.say(apart ? texts.get("monitor.hint.apart") : "", apart ? texts.get("monitor.hint.apart.text") : "");
    }

    /** Nothing moves while nobody looks. */
    void still() {
        sockets.forEach(SocketCard::still);
    }

    /** One scale for all sockets, so that heights compare. */
    private static double highest(List<StationSample> samples) {
        double highest = 0;
        for (StationSample sample : samples) {
            for (SocketSample socket : sample.sockets()) {
                highest = Math.max(
                        highest, socket.measured().map(m -> m.highest().value()).orElse(0.0));
                highest = Math.max(highest, socket.told().map(Ampere::value).orElse(0.0));
            }
        }
        return highest;
    }
}
