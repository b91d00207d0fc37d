package plugwright.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says in a user's words why a file could not be read or written. */
public final class FileTrouble {

    private FileTrouble() {}

    /**
     * @param file as the user named it
     * @return FILE_MISSING, FILE_FORBIDDEN or FILE_NOT_TEXT (file), or FILE_UNREADABLE (file, reason)
     */
    public static Problem reading(String file, IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> Problem.of(ProblemCode.FILE_MISSING, file);
            case AccessDeniedException _ -> Problem.of(ProblemCode.FILE_FORBIDDEN, file);
            case CharacterCodingException _ -> Problem.of(ProblemCode.FILE_NOT_TEXT, file);
            default -> Problem.of(ProblemCode.FILE_UNREADABLE, file, reason(trouble));
        };
    }

    /**
     * @param file as the user named it
     * @return FILE_FORBIDDEN (file), FOLDER_MISSING (file), or FILE_UNWRITABLE (file, reason)
     */
    public static Problem writing(String file, IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> Problem.of(ProblemCode.FOLDER_MISSING, file);
            case AccessDeniedException _ -> Problem.of(ProblemCode.FILE_FORBIDDEN, file);
            default -> Problem.of(ProblemCode.FILE_UNWRITABLE, file, reason(trouble));
        };
    }

    private static String reason(IOException trouble) {
        String message = trouble.getMessage();
        return message == null || message.isBlank() ? trouble.getClass().getSimpleName() : message;
    }
}
