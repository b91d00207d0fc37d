package plugwright.ui.journey;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import plugwright.catalog.Catalogue;
import plugwright.discovery.FinderSettings;
import plugwright.discovery.InfoProbe;
import plugwright.discovery.Source;
import plugwright.discovery.StationFinder;
import plugwright.model.HostPort;
import plugwright.model.StationId;
import plugwright.net.NetworkAdapters;
import plugwright.session.Fingerprint;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.Transport;
import plugwright.settings.FileJournal;
import plugwright.settings.SettingsWriter;
import plugwright.station.site.StationModel;
import plugwright.ui.app.PlugwrightWindow;
import plugwright.ui.app.Services;
import plugwright.ui.bench.BenchSite;
import plugwright.ui.fx.FxDoor;
import plugwright.ui.gallery.Pictures;
import plugwright.ui.link.FoundStations;

/** A station, the window, and hands for it. */
final class Bench extends OneStation {

    /** A list fills its cells anew now and then, not always. */
    private static final int TRIES = 5;

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final UnaryOperator<Transport> around;
    private final FxRobot robot = new FxRobot();
    private final Eyes eyes = new Eyes();
    private final Map<String, Fingerprint> accepted = new ConcurrentHashMap<>();
    private final InfoProbe probe = new InfoProbe();
    private final FoundStations stations;
    private final PlugwrightWindow window;
    private final Stage stage;

    Bench(StationModel model, Path directory) throws Exception {
        this(model, directory, wire -> wire);
    }

    /** @param around what stands between the window and the station */
    Bench(StationModel model, Path directory, UnaryOperator<Transport> around) throws Exception {
        this(model, directory, around, Set.of());
    }

    /** @param found how the window finds the station by itself; with none it is added by its address */
    Bench(StationModel model, Path directory, UnaryOperator<Transport> around, Set<Source> found) throws Exception {
        super(model, directory);
        this.around = around;
        FxToolkit.registerPrimaryStage();
        FxDoor door = FxDoor.real();
        stations = new FoundStations(
                new FoundStations.Connections(
                        address -> around.apply(new HttpsTransport(address)),
                        LinkEnvironment.real("Journey"),
                        pins(),
                        new SettingsWriter(
                                CATALOGUE, new FileJournal(directory.resolve("journal")), InstantSource.system(), "Journey"),
                        id -> Optional.empty()),
                door,
                listener -> StationFinder.start(
                        new FinderSettings(found, FinderSettings.standard().udpPort()), NetworkAdapters::present, probe, listener));
        Services services = new Services(
                stations,
                CATALOGUE,
                InstantSource.system(),
                directory.resolve("window.properties"),
                Locale.ENGLISH,
                List.of(),
                Optional.of(BenchSite.of(site())));
        stage = onFx(Stage::new);
        window = onFx(() -> new PlugwrightWindow(services, door).prepared());
        CompletableFuture<Boolean> shown = new CompletableFuture<>();
        onFx(() -> {
            window.showOn(stage, () -> shown.complete(true));
            stage.setX(0);
            stage.setY(0);
            return true;
        });
        shown.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private Pins pins() {
        return new Pins() {
            @Override
            public Optional<Fingerprint> find(StationId id, String host) {
                return Optional.ofNullable(accepted.get(id.serial() + host));
            }

            @Override
            public void accept(StationId id, String host, Fingerprint key) {
                accepted.put(id.serial() + host, key);
            }
        };
    }

    /** As if another certificate had been accepted before. */
    void acceptedAnotherCertificateBefore() {
        pins().accept(id(), address().host(), new Fingerprint("0".repeat(64)));
    }

    // ---- hands

    /**
     * Clicks what has this text or #id; again where it left its scene between the look and the click, which the robot
     * says in several ways, a plain RuntimeException among them.
     */
    Bench click(String what) {
        for (int tries = 1; ; tries++) {
            until(what, () -> seen(what));
            try {
                // not by what it says: the robot takes hidden ones too, such as Cancel of a task that is over
                robot.clickOn(onFx(() -> eyes.all(what).iterator().next()));
                break;
            } catch (RuntimeException gone) {
                if (tries == TRIES) {
                    throw gone;
                }
            }
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Replaces what is in a field by typing. */
    Bench type(String field, String text) {
        click(field);
        robot.press(KeyCode.SHORTCUT, KeyCode.A).release(KeyCode.A, KeyCode.SHORTCUT);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    Bench press(KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Types a key group by group, as one reads it from a sheet. */
    Bench typeKey(String field, String key) {
        click(field);
        for (String group : key.split("(?<=-)")) {
            robot.write(group);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Pastes what was copied elsewhere. */
    Bench paste(String field, String text) {
        onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
        click(field);
        robot.press(KeyCode.SHORTCUT, KeyCode.V).release(KeyCode.V, KeyCode.SHORTCUT);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Waits until something with this text or #id is there. */
    Bench see(String what) {
        until(what, () -> seen(what));
        return this;
    }

    /** Waits until a label says something that contains this. */
    Bench seeIn(String label, String part) {
        until(label + " " + part, () -> eyes.all(label).stream()
                .anyMatch(node -> node instanceof Label l && l.getText().contains(part)));
        return this;
    }

    /** Waits until something in the window says this or more. */
    Bench seeText(String part) {
        until(part, () -> eyes.see(node -> node instanceof Label label && label.getText().contains(part)));
        return this;
    }

    <T extends Node> T node(String id, Class<T> type) {
        AtomicReference<@Nullable Node> found = new AtomicReference<>();
        until(id, () -> {
            found.set(eyes.all(id).stream().findFirst().orElse(null));
            return found.get() != null;
        });
        return Objects.requireNonNull(type.cast(found.get()));
    }

    /** Whether something with this text or #id is there now. */
    boolean isThere(String what) {
        return onFx(() -> seen(what));
    }

    private boolean seen(String what) {
        return !eyes.all(what).isEmpty();
    }

    /** Waits for something on the FX thread; when it does not come, pictures of all windows tell what was there instead. */
    void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what).atMost(PATIENCE).until(() -> onFx(condition));
        } catch (ConditionTimeoutException notSeen) {
            onFx(() -> {
                List<Window> windows = List.copyOf(Window.getWindows());
                for (int i = 0; i < windows.size(); i++) {
                    Pictures.take(windows.get(i).getScene(), "failed-" + i + "-" + what.replaceAll("[^A-Za-z0-9]+", "-"));
                }
                return true;
            });
            throw notSeen;
        }
    }

    static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(PATIENCE.toMillis(), task);
    }

    // ---- steps that many journeys share

    /** Adds the station by its address and selects it. */
    Bench choose() {
        click("#nav-add").type("#add-address", address().toString()).click("Find station");
        return seeIn("#header-title", serial());
    }

    /** Trusts it on first use and logs in. */
    Bench logIn() {
        return choose().click("#login-accept").type("#login-password", password()).click("#login-go").seeIn("#header-state", "logged in");
    }

    /** Leaves the station to others. */
    Bench logOut() {
        click("Device").click("Log out");
        return seeIn("#header-state", "not logged in");
    }

    @Override
    public void close() {
        onFx(() -> {
            window.model().close();
            stage.hide();
            return true;
        });
        stations.close();
        probe.close();
        super.close();
    }
}
