package plugwright.station.sim.scenario;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

/** In which line of a file a place stands: errors name both. */
final class Lines {

    private Lines() {}

    /**
     * The line of a place, or of what it would belong to where it is missing.
     *
     * @param place as {@code events[2].plug}
     * @return as {@code " (line 12)"}; empty where nothing of it is in the file
     */
    static String of(ObjectMapper json, String text, String place) {
        String wanted = "/" + place.replace("[", "/").replace("]", "").replace('.', '/');
        int longest = 0;
        int line = 0;
        try (JsonParser parser = json.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String here = parser.streamReadContext().pathAsPointer().toString();
                boolean leadsThere = wanted.equals(here) || wanted.startsWith(here + "/");
                if (leadsThere && here.length() > longest) {
                    longest = here.length();
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
        }
        return line == 0 ? "" : " (line " + line + ")";
    }
}
