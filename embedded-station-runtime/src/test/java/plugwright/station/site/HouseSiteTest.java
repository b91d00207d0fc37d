package plugwright.station.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plugwright.meter.map.MeterPreset;
import plugwright.meter.map.MeterPresets;
import plugwright.model.Ipv4Address;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.station.engine.ActiveBalancing.Includes;
import plugwright.station.sim.grid.HouseLoads;
import plugwright.station.sim.grid.MeterFault;
import plugwright.station.sim.grid.MeterKind;

/** A software station in a simulated house: 25 A, 7 A while its meter is lost. 40 s of the site pass in a second. */
class HouseSiteTest {

    private static final int SPEED = 40;
    private static final Ipv4Address HERE = Ipv4Address.parse("127.0.0.1").orElseThrow();

    @TempDir
    private Path folder;

    private MeteredSite metered;

    @BeforeEach
    void open() {
        metered = new MeteredSite(folder, SPEED);
    }

    @AfterEach
    void close() {
        metered.close();
    }

    private static HouseLoads loads(String rows) {
        return ((Outcome.Ok<HouseLoads>) HouseLoads.parse("loads", "seconds,house,pv\n" + rows)).value();
    }

    private void start(String... more) {
        metered.set(more);
        metered.setAndReboot("2064_0=3", "2067_0=25", "2068_0=7", "206F_0=1", "2530_1=0");
    }

    @Test
    @Tag("ALB-1")
    @Tag("ALB-2")
    @Tag("ALB-3")
    void followsTheLoadsOfItsHouseByAP1MeterAndTheSafeCurrentWhileThatIsSilent() {
        start("5217_0=5");
        MeterKind p1 = new MeterKind.P1(MeterKind.P1.Version.V5, MeterKind.P1.Power.PER_PHASE);
        SiteHouse house = new SiteHouse(loads("0,5,0\n300,0,4"), p1, Includes.STATION, Optional.empty(), List.of());
        assertThat(metered.site.build(house)).isEqualTo(Outcome.ok(0));
        metered.untilTold(20);
        metered.untilTold(29);
        metered.site.meterFault(MeterFault.SILENT);
        metered.untilTold(7);
        metered.until("Unable to start P1 communications, Read Timeout Error");
        metered.site.meterFault(MeterFault.WELL);
        metered.untilTold(29);
    }

    @Test
    @Tag("ALB-1")
    @Tag("MBM-1")
    void asksTheModbusMeterOfItsHouse() {
        MeterPreset preset =
                ((Outcome.Ok<MeterPreset>) MeterPresets.shipped().find("siemens-pac2200")).value();
        SiteHouse house = new SiteHouse(
                loads("0,5,0"), new MeterKind.Modbus(preset.map()), Includes.STATION,
                Optional.of(new SiteHouse.Endpoint(HERE, 0, preset.unit())), List.of());
        int port = ((Outcome.Ok<Integer>) metered.site.build(house)).value();
        start(
                "5217_0=4", "2523_1=1", "2523_4=127.000.000.001", "2523_6=" + preset.unit(), "2574_1=500",
                "F006_1=" + port, "F006_2=siemens-pac2200");
        metered.untilTold(20);
        metered.site.meterFault(MeterFault.CRC);
        metered.untilTold(7);
        metered.until("METER_EXCEPTION");
        SiteHouse another = new SiteHouse(
                loads("0,5,0"), new MeterKind.Modbus(preset.map()), Includes.STATION,
                Optional.of(new SiteHouse.Endpoint(HERE, port, 1)), List.of());
        assertThat(metered.site.build(another))
                .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.problem().code())
                        .isEqualTo(ProblemCode.PORT_IN_USE));
    }
}
