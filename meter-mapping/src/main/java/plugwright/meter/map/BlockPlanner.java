package plugwright.meter.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plans as few reads as the meter allows. The lowest register not yet read must begin a block, or be inside one that
 * begins lower and reaches less far; so a block from there, as long as may be, is never worse. That makes the greedy
 * plan the best one. Values are never torn apart, and no block is longer than what it is read for.
 */
final class BlockPlanner {

    private BlockPlanner() {}

    /**
     * Blocks in rising order.
     *
     * @param parts what is wanted, each no longer than {@code maxRegisters}; they may overlap
     * @param gaps whether blocks may hold registers of no part
     */
    static List<RegisterBlock> plan(List<RegisterBlock> parts, int maxRegisters, MeterMap.Gaps gaps) {
        List<RegisterBlock> open = parts.stream()
                .distinct()
                .sorted(Comparator.comparingInt(RegisterBlock::address).thenComparingInt(RegisterBlock::count))
                .toList();
        List<RegisterBlock> blocks = new ArrayList<>();
        while (!open.isEmpty()) {
            RegisterBlock block = first(open, maxRegisters, gaps);
            blocks.add(block);
            open = open.stream().filter(p -> !block.contains(p)).toList();
        }
        return List.copyOf(blocks);
    }

    private static RegisterBlock first(List<RegisterBlock> open, int maxRegisters, MeterMap.Gaps gaps) {
        int start = open.getFirst().address();
        int reach = start;
        int end = start;
        for (RegisterBlock part : open) {
            boolean afterAGap = part.address() > reach;
            if (afterAGap && gaps == MeterMap.Gaps.NOT_READABLE) {
                break;
            }
            reach = Math.max(reach, part.end());
            if (part.end() <= start + maxRegisters) {
                end = Math.max(end, part.end());
            }
        }
        return new RegisterBlock(start, end - start);
    }
}
