package plugwright.station.sim.net;

import java.util.Arrays;
import java.util.Random;
import plugwright.wire.scn.GrantTable;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.NetworkKey;
import plugwright.wire.scn.ScnCodec;
import plugwright.wire.scn.ScnReading;

/** Someone on the network without its key: keeps what is said, says it again, changes it, makes some up. */
final class Forger implements Eavesdropper {

    /** What it keeps: some old, some new. */
    private static final int KEPT = 400;

    private static final int LONGEST = 1_500;

    private final NetworkWorld world;
    private final Random random;
    private final byte[][] kept = new byte[KEPT][];
    private int heard;

    Forger(NetworkWorld world, Random random) {
        this.world = world;
        this.random = random;
        Arrays.fill(kept, new byte[0]);
    }

    @Override
    public void sent(int station, byte[] datagram) {
        heard++;
        if (heard <= KEPT) {
            kept[heard - 1] = datagram;
        } else if (random.nextInt(8) == 0) {
            kept[random.nextInt(KEPT)] = datagram;
        }
    }

    /** A burst of packets to one station, or to all. */
    void attack() {
        int kind = random.nextInt(4);
        world.note("forged packets of kind " + kind);
        for (int i = 0; i < 1 + random.nextInt(40); i++) {
            byte[] packet = packet(kind);
            long at = 1L + random.nextInt(2_000);
            int victim = random.nextInt(world.size());
            for (int to = 0; to < world.size(); to++) {
                if (to == victim || kind == 0) {
                    world.air().send(to, new Datagram(packet), at);
                }
            }
        }
    }

    private byte[] packet(int kind) {
        byte[] old = kept[random.nextInt(Math.clamp(heard, 1, KEPT))];
        return switch (kind) {
            case 0 -> old;
            case 1 -> changed(old);
            case 2 -> otherKey(old);
            default -> noise();
        };
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(LONGEST)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] changed(byte[] old) {
        byte[] copy = random.nextInt(3) == 0 ? Arrays.copyOf(old, random.nextInt(old.length + 20)) : old.clone();
        for (int i = 0; i < 1 + random.nextInt(3) && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        }
        return copy;
    }

    /** What was said, as new as can be, by someone who knows all but the key. */
    private byte[] otherKey(byte[] old) {
        byte[] key = new byte[NetworkKey.BYTES];
        random.nextBytes(key);
        ScnCodec his = new ScnCodec(world.networkName(), NetworkKey.of(key));
        return switch (world.reading(old)) {
            case ScnReading.Ours(Heartbeat heartbeat) -> his.write(heartbeat);
            case ScnReading.Ours(GrantTable table) -> his.write(table);
            default -> noise();
        };
    }
}
