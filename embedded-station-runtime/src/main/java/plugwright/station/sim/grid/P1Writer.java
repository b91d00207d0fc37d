package plugwright.station.sim.grid;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import plugwright.meter.Crc16;
import plugwright.model.PhaseCurrents;

/** Writes telegrams as meters send them, at 230 V. */
final class P1Writer {

    private static final int VOLT = 230;
    private static final int PHASES = 3;
    private static final int THOUSAND = 1_000;
    private static final int NEXT_PHASE = 20;
    private static final int CURRENT_L1 = 31;
    private static final int IMPORT_L1 = 21;
    private static final int EXPORT_L1 = 22;
    private static final int VOLTAGE_L1 = 32;
    private static final int CRC_DIGITS = 4;
    private static final byte[] END = {'0', '0', '0', '0', '\r', '\n'};
    private static final int CENTURY = 100;

    private final MeterKind.P1 kind;

    P1Writer(MeterKind.P1 kind) {
        this.kind = kind;
    }

    /** @param flow negative where it is fed in */
    byte[] telegram(PhaseCurrents flow, Instant time) {
        StringBuilder text = new StringBuilder(600);
        text.append("/PLW5SIMULATED\r\n\r\n1-3:0.2.8(").append(isFine() ? "50" : "42").append(")\r\n");
        // The meter's clock stands on winter time all year: W.
        ZonedDateTime at = time.plusSeconds(3_600).atZone(ZoneOffset.UTC);
        text.append("0-0:1.0.0(");
        two(text, at.getYear() % CENTURY);
        two(text, at.getMonthValue());
        two(text, at.getDayOfMonth());
        two(text, at.getHour());
        two(text, at.getMinute());
        two(text, at.getSecond());
        text.append("W)\r\n");
        for (int phase = 0; phase < PHASES; phase++) {
            phase(text, phase, HouseLoads.on(flow, phase));
        }
        text.append('!');
        byte[] body = text.toString().getBytes(StandardCharsets.US_ASCII);
        int crc = Crc16.arc(body, 0, body.length);
        byte[] telegram = Arrays.copyOf(body, body.length + END.length);
        System.arraycopy(END, 0, telegram, body.length, END.length);
        for (int digit = 0; digit < CRC_DIGITS; digit++) {
            int shift = (CRC_DIGITS - 1 - digit) * 4;
            telegram[body.length + digit] = (byte) Character.toUpperCase(Character.forDigit(crc >> shift & 0xF, 16));
        }
        return telegram;
    }

    private boolean isFine() {
        return kind.version() == MeterKind.P1.Version.V5;
    }

    private void phase(StringBuilder text, int phase, int milliampere) {
        int step = phase * NEXT_PHASE;
        int amount = Math.abs(milliampere);
        text.append("1-0:").append(CURRENT_L1 + step).append(".7.0(");
        padded(text, amount / THOUSAND, 3);
        if (isFine()) {
            text.append('.');
            two(text, amount % THOUSAND / 10);
        }
        text.append("*A)\r\n");
        if (kind.power() == MeterKind.P1.Power.PER_PHASE) {
            int watt = (int) ((long) amount * VOLT / THOUSAND);
            power(text, IMPORT_L1 + step, milliampere < 0 ? 0 : watt);
            power(text, EXPORT_L1 + step, milliampere < 0 ? watt : 0);
        }
        if (isFine()) {
            text.append("1-0:").append(VOLTAGE_L1 + step).append(".7.0(").append(VOLT).append(".0*V)\r\n");
        }
    }

    private static void power(StringBuilder text, int object, int watt) {
        text.append("1-0:").append(object).append(".7.0(");
        padded(text, watt / THOUSAND, 2);
        text.append('.');
        padded(text, watt % THOUSAND, 3);
        text.append("*kW)\r\n");
    }

    private static void two(StringBuilder text, int number) {
        padded(text, number, 2);
    }

    private static void padded(StringBuilder text, int number, int digits) {
        String figures = Integer.toString(number);
        text.repeat('0', Math.max(0, digits - figures.length())).append(figures);
    }
}
