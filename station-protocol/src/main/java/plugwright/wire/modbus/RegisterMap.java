package plugwright.wire.modbus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All registers of a slave, by block and address. Immutable. */
public final class RegisterMap {

    /** Addresses have 16 bit. */
    public static final int ADDRESSES = 0x1_0000;

    private static final String SHIPPED = "modbus-slave.tsv";
    private static final int COLUMNS = 8;
    private static final int UNIT = 0;
    private static final int START = 1;
    private static final int COUNT = 2;
    private static final int TYPE = 3;
    private static final int ACCESS = 4;
    private static final int SCALE = 5;
    private static final int NAME = 6;

    private final Map<RegisterBlock, Block> blocks;

    private RegisterMap(Map<RegisterBlock, Block> blocks) {
        this.blocks = blocks;
    }

    /** The registers of one block in order, and which of them holds each address up to the last. */
    private record Block(List<Register> registers, @Nullable Register[] byAddress) {}

    /** The table that ships with the program. */
    public static RegisterMap shipped() {
        InputStream in = Objects.requireNonNull(RegisterMap.class.getResourceAsStream(SHIPPED), SHIPPED);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a tab-separated table: one header line, then unit, start, count, type, access, unit of value, name, notes.
     *
     * @throws IllegalArgumentException if a line makes no sense or two values lie on one address
     */
    public static RegisterMap parse(List<String> lines) {
        Map<RegisterBlock, List<Register>> all = new EnumMap<>(RegisterBlock.class);
        for (RegisterBlock block : RegisterBlock.values()) {
            all.put(block, new ArrayList<>());
        }
        for (String line : lines.subList(1, lines.size())) {
            Register register = row(line.split("\t", COLUMNS));
            Objects.requireNonNull(all.get(register.block())).add(register);
        }
        Map<RegisterBlock, Block> blocks = new EnumMap<>(RegisterBlock.class);
        all.forEach((block, registers) -> blocks.put(block, block(registers)));
        return new RegisterMap(blocks);
    }

    private static Register row(String[] cells) {
        if (cells.length < COLUMNS - 1) {
            throw new IllegalArgumentException("too few cells: " + String.join("|", cells));
        }
        int firstUnit = Integer.parseInt(cells[UNIT].split(",", 2)[0]);
        int start = Integer.parseInt(cells[START]);
        int words = Integer.parseInt(cells[COUNT]);
        if (start < 0 || words < 1 || start + words > ADDRESSES) {
            throw new IllegalArgumentException("addresses " + start + " + " + words);
        }
        return new Register(
                RegisterBlock.ofUnit(firstUnit)
                        .orElseThrow(() -> new IllegalArgumentException("unit " + cells[UNIT])),
                start,
                words,
                RegisterType.valueOf(cells[TYPE]),
                cells[ACCESS].equals("rw") ? Register.Access.READ_WRITE : Register.Access.READ,
                cells[SCALE],
                cells[NAME]);
    }

    private static Block block(List<Register> registers) {
        List<Register> sorted =
                registers.stream().sorted(Comparator.comparingInt(Register::start)).toList();
        @Nullable Register[] byAddress = new Register[sorted.isEmpty() ? 0 : sorted.getLast().end()];
        for (Register register : sorted) {
            for (int address = register.start(); address < register.end(); address++) {
                Register other = byAddress[address];
                if (other != null) {
                    throw new IllegalArgumentException(register.name() + " lies on " + other.name());
                }
                byAddress[address] = register;
            }
        }
        return new Block(sorted, byAddress);
    }

    private Block of(RegisterBlock block) {
        return Objects.requireNonNull(blocks.get(block));
    }

    /** In the order of their addresses. */
    public List<Register> registers(RegisterBlock block) {
        return of(block).registers;
    }

    /** The value that an address belongs to. */
    public Optional<Register> at(RegisterBlock block, int address) {
        @Nullable Register[] all = of(block).byAddress;
        return address >= 0 && address < all.length ? Optional.ofNullable(all[address]) : Optional.empty();
    }

    /** Whether every address of a range belongs to a value. */
    public boolean holds(RegisterBlock block, int start, int words) {
        @Nullable Register[] all = of(block).byAddress;
        if (start < 0 || start + words > all.length) {
            return false;
        }
        for (int address = start; address < start + words; address++) {
            if (all[address] == null) {
                return false;
            }
        }
        return true;
    }

    /** How many addresses a block spans from 0. */
    int span(RegisterBlock block) {
        return of(block).byAddress.length;
    }
}
