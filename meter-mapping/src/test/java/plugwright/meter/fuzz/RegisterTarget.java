package plugwright.meter.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import plugwright.meter.GridReading;
import plugwright.meter.map.MapDecoder;
import plugwright.meter.map.MeterMap;
import plugwright.meter.map.MeterMapJson;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.meter.map.RegisterBlock;
import plugwright.meter.map.RegisterImage;
import plugwright.meter.modbus.Framing;
import plugwright.meter.modbus.ReadRequest;
import plugwright.meter.modbus.Reply;
import plugwright.model.Outcome;

/**
 * Any bytes as a meter's answer, decoded by any preset or by a map that is made of bytes too: never an exception, never
 * a current that no house connection has.
 */
public final class RegisterTarget {

    private static final List<MeterMap> MAPS =
            MeterPresets.shipped().usable().stream().map(MeterPreset::map).toList();

    /** Before this mark in the input is a map as text; behind it are answers. */
    private static final byte MARK = 0;

    private RegisterTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int mark = 1;
        while (mark < bytes.length && bytes[mark] != MARK) {
            mark++;
        }
        MeterMap map = MAPS.get((bytes[0] & 0xFF) % MAPS.size());
        String text = new String(bytes, 1, mark - 1, StandardCharsets.UTF_8);
        if (MeterMapJson.read("fuzz", text) instanceof Outcome.Ok<MeterMap>(var made)) {
            map = made;
        }
        byte[] answers = Arrays.copyOfRange(bytes, Math.min(bytes.length, mark + 1), bytes.length);
        decode(map, answers, Framing.values()[(bytes[0] & 0xFF) % Framing.values().length]);
    }

    private static void decode(MeterMap map, byte[] answers, Framing framing) {
        RegisterImage image = new RegisterImage();
        int at = 0;
        for (RegisterBlock block : map.reads()) {
            ReadRequest request = new ReadRequest(1, 1, map.function(), block);
            int length = Math.min(answers.length - at, Reply.MAX_BYTES);
            byte[] received = Arrays.copyOfRange(answers, at, at + length);
            switch (Reply.of(request, framing, received, length)) {
                case Reply.Words(int[] words) -> image.put(block.address(), words);
                case Reply.Refused _, Reply.Incomplete _, Reply.Foreign _, Reply.Broken _ ->
                    image.put(block.address(), words(answers, at, block.count()));
            }
            at = Math.min(answers.length, at + block.count() * 2);
        }
        if (MapDecoder.decode(map, image) instanceof Outcome.Ok<GridReading>(var reading)) {
            reading.phases().forEach(p -> {
                if (Math.abs(p.measured().value()) > MapDecoder.HIGHEST_AMPERE
                        || p.guarded().compareTo(p.measured()) < 0) {
                    throw new AssertionError(map + " " + reading);
                }
            });
        }
    }

    /** The bytes as words, so that the decoder gets something where the frame is not one. */
    private static int[] words(byte[] bytes, int from, int count) {
        int[] words = new int[Math.min(count, (bytes.length - from) / 2)];
        for (int i = 0; i < words.length; i++) {
            words[i] = ((bytes[from + 2 * i] & 0xFF) << Byte.SIZE) | (bytes[from + 2 * i + 1] & 0xFF);
        }
        return words;
    }
}
