package plugwright.session;

import plugwright.api.ApiCodec;
import plugwright.api.StationInfo;
import plugwright.api.Unreadable;
import plugwright.model.HostPort;
import plugwright.model.Outcome;
import plugwright.model.ProblemCode;
import plugwright.model.StationId;

/** Judges who answers at an address by what it says of itself: pure. */
final class WhoAnswers {

    private WhoAnswers() {}

    /** A station, or what else the reply to /api/info tells. */
    static Outcome<StationInfo> read(Reply reply, ApiCodec codec, HostPort at) {
        try {
            StationInfo info = codec.parseInfo(reply.body());
            return StationId.isValid(info.objectId())
                    ? Outcome.ok(info)
                    : Outcome.failed(ProblemCode.NOT_A_STATION, at.toString());
        } catch (Unreadable unreadable) {
            return Outcome.failed(ProblemCode.REPLY_UNREADABLE, String.valueOf(unreadable.getMessage()));
        }
    }

    /** The station that was meant, or OTHER_STATION_ANSWERS. */
    static Outcome<StationInfo> only(StationId whom, StationInfo who, HostPort at) {
        return who.objectId().equals(whom.serial())
                ? Outcome.ok(who)
                : Outcome.failed(ProblemCode.OTHER_STATION_ANSWERS, at.toString(), who.objectId(), whom.serial());
    }
}
