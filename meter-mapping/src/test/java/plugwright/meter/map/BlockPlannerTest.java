package plugwright.meter.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** Against trying all blocks there are. */
class BlockPlannerTest {

    private static final int SPACE = 14;

    @Property(tries = 2_000)
    @Tag("MBM-2")
    void readsAsSeldomAsCanBe(@ForAll long seed) {
        Random random = new Random(seed);
        int most = 4 + random.nextInt(5);
        MeterMap.Gaps gaps = random.nextBoolean() ? MeterMap.Gaps.READABLE : MeterMap.Gaps.NOT_READABLE;
        List<RegisterBlock> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int count = List.of(1, 2, 4).get(random.nextInt(3));
            parts.add(new RegisterBlock(random.nextInt(SPACE - count + 1), count));
        }
        List<RegisterBlock> plan = BlockPlanner.plan(parts, most, gaps);

        assertThat(parts).allMatch(p -> plan.stream().anyMatch(b -> b.contains(p)));
        assertThat(plan).allMatch(b -> b.count() <= most);
        if (gaps == MeterMap.Gaps.NOT_READABLE) {
            assertThat(plan).allMatch(b -> isAskedFor(b, parts));
        }
        assertThat(plan).hasSize(fewest(parts, most, gaps));
    }

    private static boolean isAskedFor(RegisterBlock block, List<RegisterBlock> parts) {
        BitSet wanted = new BitSet();
        parts.forEach(p -> wanted.set(p.address(), p.end()));
        return wanted.nextClearBit(block.address()) >= block.end();
    }

    /** Breadth first over sets of parts covered, by every block of every length. */
    private static int fewest(List<RegisterBlock> parts, int most, MeterMap.Gaps gaps) {
        List<Integer> blocks = new ArrayList<>();
        for (int address = 0; address < SPACE; address++) {
            for (int count = 1; count <= most; count++) {
                RegisterBlock block = new RegisterBlock(address, count);
                if (gaps == MeterMap.Gaps.READABLE || isAskedFor(block, parts)) {
                    int covered = 0;
                    for (int p = 0; p < parts.size(); p++) {
                        covered |= block.contains(parts.get(p)) ? 1 << p : 0;
                    }
                    blocks.add(covered);
                }
            }
        }
        int all = (1 << parts.size()) - 1;
        Set<Integer> reached = new HashSet<>(Set.of(0));
        int reads = 0;
        while (!reached.contains(all)) {
            Set<Integer> next = new HashSet<>();
            reached.forEach(r -> blocks.forEach(b -> next.add(r | b)));
            reached = next;
            reads++;
        }
        return reads;
    }
}
