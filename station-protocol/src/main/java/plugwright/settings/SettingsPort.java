package plugwright.settings;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import plugwright.api.PropertyRow;
import plugwright.api.PropertyWrite;
import plugwright.catalog.PropertyId;
import plugwright.model.Outcome;
import plugwright.session.Reply;
import plugwright.session.RequestClass;
import plugwright.session.StationLink;

/** What a save needs of a station. */
public interface SettingsPort {

    CompletableFuture<Outcome<List<PropertyRow>>> read(List<PropertyId> ids);

    CompletableFuture<Outcome<Reply>> write(PropertyWrite write);

    /** A station's link, in the class of saves. */
    static SettingsPort of(StationLink link) {
        return new SettingsPort() {
            @Override
            public CompletableFuture<Outcome<List<PropertyRow>>> read(List<PropertyId> ids) {
                return link.read(RequestClass.SAVE, ids);
            }

            @Override
            public CompletableFuture<Outcome<Reply>> write(PropertyWrite write) {
                return link.write(RequestClass.SAVE, List.of(write));
            }
        };
    }
}
