package plugwright.main;

import java.time.InstantSource;
import java.util.Map;
import plugwright.catalog.Catalogue;
import plugwright.model.HostPort;
import plugwright.session.FilePins;
import plugwright.session.HttpsTransport;
import plugwright.session.LinkEnvironment;
import plugwright.session.Pins;
import plugwright.session.StationLink;
import plugwright.settings.FileJournal;
import plugwright.settings.Journal;
import plugwright.settings.SettingsWriter;

/**
 * The one place where the parts are put together.
 *
 * @param folders where files are kept
 * @param environment environment variables, for passwords named on the command line
 * @param console where results go
 * @param catalogue properties known
 * @param pins accepted certificates
 * @param journal old values kept before writes
 * @param who what other programs see as holder of a session, and whose saves the journal says these are
 */
record Wiring(
        Folders folders,
        Map<String, String> environment,
        Console console,
        Catalogue catalogue,
        Pins pins,
        Journal journal,
        String who) {

    static Wiring of(Folders folders, Map<String, String> environment, Console console) {
        return new Wiring(
                folders,
                environment,
                console,
                Catalogue.shipped(),
                new FilePins(folders.config().resolve("certificates")),
                new FileJournal(folders.state().resolve("journal")),
                OwnName.ofThisComputer(environment));
    }

    StationLink link(HostPort address) {
        return new StationLink(address, new HttpsTransport(address), pins, linkEnvironment());
    }

    /** Real clocks, under this user's name. */
    LinkEnvironment linkEnvironment() {
        return LinkEnvironment.real(who);
    }

    SettingsWriter writer() {
        return new SettingsWriter(catalogue, journal, InstantSource.system(), who);
    }
}
