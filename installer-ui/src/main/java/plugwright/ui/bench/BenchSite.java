package plugwright.ui.bench;

import java.util.function.Supplier;
import plugwright.model.Outcome;
import plugwright.station.site.SimulatedSite;
import plugwright.station.site.SiteCommand;
import plugwright.station.site.SiteSnapshot;

/** What the bench needs of a site. Neither call blocks for longer than a moment. */
public interface BenchSite {
    /** The whole site now. */
    SiteSnapshot snapshot();

    /** Does something at the site. */
    Outcome<SiteCommand> does(SiteCommand command);

    /** A site of this process. */
    static BenchSite of(SimulatedSite site) {
        return of(site::snapshot, site::command);
    }

    /** Made of two functions, for tests. */
    static BenchSite of(Supplier<SiteSnapshot> look, java.util.function.Function<SiteCommand, Outcome<SiteCommand>> hands) {
        return new BenchSite() {
            @Override
            public SiteSnapshot snapshot() {
                return look.get();
            }

            @Override
            public Outcome<SiteCommand> does(SiteCommand command) {
                return hands.apply(command);
            }
        };
    }
}
