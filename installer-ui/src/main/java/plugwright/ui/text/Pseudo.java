package plugwright.ui.text;

import java.util.Locale;

/** The pseudo-language: every text longer by 40 %, accented, in brackets; what stays plain was not keyed. */
final class Pseudo {

    private static final String PLAIN = "aceiounyAEIOUN";
    private static final String ACCENTED = "àçéîöûñýÀÉÎÖÛÑ";

    /** Growth from English to the longest of the languages we ship. */
    private static final double GROWTH = 0.4;

    /** With blanks, so that it wraps like words do. */
    private static final String PADDING = " ~~~~~~";

    private Pseudo() {}

    /** Places such as {0} stay as they are. */
    static String of(String text) {
        StringBuilder out = new StringBuilder("[");
        int braces = 0;
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            plain += braces == 0 ? 1 : 0;
            int at = braces == 0 ? PLAIN.indexOf(c) : -1;
            out.append(at < 0 ? c : ACCENTED.charAt(at));
        }
        int more = (int) Math.ceil(plain * GROWTH);
        return out.append(PADDING.repeat(more / PADDING.length() + 1), 0, more)
                .append(']')
                .toString();
    }

    static boolean isPseudo(Locale locale) {
        return locale.getLanguage().equals("qps");
    }
}
