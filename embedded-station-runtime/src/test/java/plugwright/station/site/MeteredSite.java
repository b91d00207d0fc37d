package plugwright.station.site;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.awaitility.Awaitility;
import plugwright.license.Feature;
import plugwright.license.FeatureSet;
import plugwright.license.LicenceKey;
import plugwright.model.Ampere;
import plugwright.model.Outcome;
import plugwright.model.SocketNumber;
import plugwright.station.sim.VehicleSpec;

/** A whole station with active load balancing unlocked, set over its API, and a vehicle that takes 32 A on three phases. */
final class MeteredSite implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int METER_STEPS = 40;

    final SimulatedSite site;
    final StationAccess station;

    /** @param speed seconds of the site in one of ours */
    MeteredSite(Path folder, int speed) {
        SitePlan plan = SitePlan.of(StationModel.fullDouble(), folder.resolve("state"))
                .withPorts(0, 1_502)
                .withFoundBy(Set.of())
                .withSpeed(speed);
        site = ((Outcome.Ok<SimulatedSite>) SimulatedSite.open(plan)).value();
        station = site.stations().getFirst();
        String key = ((Outcome.Ok<LicenceKey>) DemoSites.licenceKey(
                        station.serial(), FeatureSet.of(Feature.ACTIVE_LOAD_BALANCING), LocalDate.of(2026, 1, 1)))
                .value()
                .text();
        set("F003_2=0", "21A1_0=" + key);
        until("Unlocked features: 0x6");
    }

    /** Writes properties and restarts the station; then it is on its safe current. */
    void setAndReboot(String... edits) {
        set(edits);
        site.command(new SiteCommand.Reboot(station.serial()));
        until("Enter ActiveLB safeMode: 7.0A");
        site.command(new SiteCommand.PlugIn(station.serial(), SocketNumber.ONE, VehicleSpec.of(3, Ampere.of(32))));
    }

    void set(String... edits) {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (RawClient api = new RawClient(station.address(), station.apiPort())) {
                if (api.login(station.password()).status() != 200) {
                    return false;
                }
                for (String edit : edits) {
                    String[] parts = edit.split("=", 2);
                    api.post(
                            "/api/prop",
                            "{\"" + parts[0] + "\":{\"id\":\"" + parts[0] + "\",\"value\":\"" + parts[1] + "\"}}");
                }
                return true;
            }
        });
    }

    /** Values of properties as the API tells them. */
    String values(String ids) {
        try (RawClient api = new RawClient(station.address(), station.apiPort())) {
            return api.login(station.password()).status() == 200 ? api.get("/api/prop?ids=" + ids).body() : "";
        } catch (Exception away) {
            return "";
        }
    }

    /** Its newest lines. */
    String log() {
        try (RawClient api = new RawClient(station.address(), station.apiPort())) {
            return api.login(station.password()).status() == 200
                    ? api.get("/api/log?offset=32").body() + api.get("/api/log?offset=16").body()
                            + api.get("/api/log").body()
                    : "";
        } catch (Exception away) {
            return "";
        }
    }

    /** Waits for a line of the log. */
    void until(String line) {
        Awaitility.await().atMost(PATIENCE).until(() -> log().contains(line));
    }

    Ampere told() {
        return site.snapshot().stations().getFirst().inside().socket(SocketNumber.ONE).offer().told();
    }

    /** Waits for a vehicle to be told this, up to some steps of a meter that sees the vehicle. */
    void untilTold(int ampere) {
        Awaitility.await().atMost(PATIENCE).until(() ->
                Math.abs(told().milliampere() - Ampere.of(ampere).milliampere()) <= METER_STEPS);
    }

    @Override
    public void close() {
        site.close();
    }
}
