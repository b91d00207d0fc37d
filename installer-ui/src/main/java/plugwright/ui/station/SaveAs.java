package plugwright.ui.station;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.ui.text.Texts;

/** Saves a text to a file that the user names. */
public final class SaveAs {
    private final Ask ask;

    /**
     * What is saved.
     *
     * @param name proposed for the file
     * @param content written as UTF-8
     */
    public record Text(String name, String content) {}

    /** Asks for the file; on the FX thread, may wait for the user. */
    public interface Ask {
        /** @return empty if the user thought better of it */
        Optional<Path> file(Window owner, String proposedName);
    }

    /** @param ask how the user names the file */
    public SaveAs(Ask ask) {
        this.ask = ask;
    }

    /** By the desktop's own dialog. */
    public static SaveAs byDialog() {
        return new SaveAs((owner, name) -> {
            FileChooser chooser = new FileChooser();
            chooser.setInitialFileName(name);
            return Optional.ofNullable(chooser.showSaveDialog(owner)).map(java.io.File::toPath);
        });
    }

    /** Asks, writes in the background, and tells on the FX thread what came of it; nothing if the user gave up. */
    public void save(StationModel station, Window owner, Text text, Consumer<Outcome<Path>> told) {
        ask.file(owner, text.name()).ifPresent(file -> station.door()
                .deliver(
                        station.door()
                                .<Outcome<Path>>start(text.name(), progress -> write(file, text.content()))
                                .result(),
                        told));
    }

    private static Outcome<Path> write(Path file, String content) {
        try {
            return Outcome.ok(Files.writeString(file, content, StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            return Outcome.failed(ProblemCode.FILE_UNWRITABLE, file.toString(), String.valueOf(unwritable.getMessage()));
        }
    }

    /** What came of it, in words. */
    public static String sentence(Outcome<Path> outcome, Texts texts) {
        return switch (outcome) {
            case Outcome.Ok<Path>(var file) ->
                texts.get("save-as.done", Optional.ofNullable(file.getFileName()).orElse(file));
            case Outcome.Failed<Path>(var problem) -> texts.problem(problem);
        };
    }
}
