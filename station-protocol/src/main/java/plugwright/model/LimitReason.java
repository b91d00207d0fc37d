package plugwright.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a vehicle is offered what it is offered: one kind and its particulars as whole numbers, so that it travels as
 * code and arguments and is put into words where it is read ({@link LimitReasons}).
 *
 * @param kind what decided
 * @param arguments as many as the kind has, in its order
 */
public record LimitReason(ReasonKind kind, List<Integer> arguments) {

    public LimitReason {
        arguments = List.copyOf(arguments);
        if (arguments.size() != kind.arguments().size()) {
            throw new IllegalArgumentException(kind + " has " + kind.arguments().size() + " arguments: " + arguments);
        }
    }

    public static LimitReason of(ReasonKind kind, Integer... arguments) {
        return new LimitReason(kind, List.of(arguments));
    }

    /** As read from a station: empty where the code or the number of arguments is unknown here. */
    public static Optional<LimitReason> of(int code, List<Integer> arguments) {
        return ReasonKind.ofCode(code)
                .filter(kind -> kind.arguments().size() == arguments.size())
                .map(kind -> new LimitReason(kind, arguments));
    }

    /** As read from a station, the arguments comma-joined as in {@link #argumentText}. */
    public static Optional<LimitReason> parse(int code, String argumentText) {
        List<Integer> arguments = new ArrayList<>();
        for (String part : argumentText.isBlank() ? new String[0] : argumentText.split(",", -1)) {
            try {
                arguments.add(Integer.valueOf(part.strip()));
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        }
        return of(code, arguments);
    }

    public int code() {
        return kind.code();
    }

    /** The arguments comma-joined; empty where there are none. */
    public String argumentText() {
        StringBuilder text = new StringBuilder();
        for (Integer argument : arguments) {
            text.append(text.isEmpty() ? "" : ",").append(argument);
        }
        return text.toString();
    }
}
