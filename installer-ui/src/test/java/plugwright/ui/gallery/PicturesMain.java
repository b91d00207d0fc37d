package plugwright.ui.gallery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import plugwright.ui.text.Texts;
import plugwright.ui.theme.Look;
import plugwright.ui.theme.Theme;
import plugwright.ui.theme.UiSettings;

/** Takes all pictures from the command line, without tests. */
public final class PicturesMain {

    private PicturesMain() {}

    /** Pulses until styles, layout and drawing have settled. */
    private static final int SETTLE_PULSES = 4;

    private record Shot(String name, Supplier<Parent> page, Consumer<Scene> play, Theme theme, int height) {}

    /** Takes those whose name contains the first argument; all without one. Ends with 1 where one cannot be taken. */
    public static void main(String[] args) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Thread.setDefaultUncaughtExceptionHandler((thread, broken) -> {
            broken.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        String wanted = args.length == 0 ? "" : args[0];
        Platform.startup(() -> {
            Platform.setImplicitExit(false);
            Queue<Shot> shots = new ArrayDeque<>(all());
            shots.removeIf(s -> !s.name.contains(wanted));
            next(shots, done);
        });
        done.await();
        System.exit(0);
    }

    private static List<Shot> all() {
        List<Shot> shots = new ArrayList<>();
        Texts english = Texts.in(Locale.ENGLISH);
        for (Look look : new Look[] {Look.LIGHT, Look.DARK}) {
            Theme theme = new Theme(new UiSettings(look, 100, ""));
            String suffix = "-" + look.name().toLowerCase(Locale.ROOT);
            shots.add(new Shot("gallery" + suffix, () -> Gallery.page(english), s -> {}, theme, 900));
            for (Screens screen : Screens.values()) {
                shots.add(shot(screen, suffix, english, theme));
            }
        }
        Theme large = new Theme(new UiSettings(Look.LIGHT, 150, ""));
        Texts pseudo = Texts.in(Texts.PSEUDO);
        shots.add(new Shot("gallery-pseudo-150", () -> Gallery.page(pseudo), s -> {}, large, 980));
        for (Screens screen : Screens.values()) {
            shots.add(shot(screen, "-pseudo-150", pseudo, large));
        }
        return shots;
    }

    private static Shot shot(Screens screen, String suffix, Texts texts, Theme theme) {
        return new Shot(
                screen.fileName() + suffix, () -> screen.build(texts, theme), screen::play, theme, Pictures.HEIGHT);
    }

    private static void next(Queue<Shot> shots, CountDownLatch done) {
        Shot shot = shots.poll();
        if (shot == null) {
            done.countDown();
            return;
        }
        Scene scene = new Scene(shot.page.get(), Pictures.WIDTH, shot.height);
        shot.theme.apply(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        after(SETTLE_PULSES, () -> {
            shot.play.accept(scene);
            after(SETTLE_PULSES, () -> {
                Pictures.take(scene, shot.name);
                Pictures.hide(scene);
                next(shots, done);
            });
        });
    }

    private static void after(int pulses, Runnable task) {
        new AnimationTimer() {
            private int left = pulses;

            @Override
            public void handle(long now) {
                if (left-- == 0) {
                    stop();
                    task.run();
                }
            }
        }.start();
    }
}
