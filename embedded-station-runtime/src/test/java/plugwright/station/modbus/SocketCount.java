package plugwright.station.modbus;

import java.util.List;
import java.util.Optional;
import plugwright.model.Ipv4Address;
import plugwright.wire.modbus.ModbusFault;
import plugwright.wire.modbus.RegisterBlock;
import plugwright.wire.modbus.RegisterImage;
import plugwright.wire.modbus.RegisterMap;
import plugwright.wire.modbus.RegisterWrite;
import plugwright.wire.modbus.SlaveStation;

/** A slave's station that knows nothing but a count of two sockets, register 1105, at any unit. */
public record SocketCount(RegisterMap map) implements SlaveStation {

    @Override
    public Permission permission() {
        return Permission.READ;
    }

    @Override
    public Optional<RegisterImage> image(int unit) {
        RegisterImage image = new RegisterImage(map, RegisterBlock.STATION);
        image.whole(1105, 2);
        return Optional.of(image);
    }

    @Override
    public Optional<ModbusFault> write(int unit, List<RegisterWrite> writes, Ipv4Address master) {
        return Optional.of(ModbusFault.ILLEGAL_DATA_ADDRESS);
    }
}
