package plugwright.station.member;

import plugwright.station.log.LogLevel;
import plugwright.wire.scn.ScnPacket;

/** What a member wants done. */
public sealed interface MemberEffect {

    /** To be sent to all on the subnet. */
    record Send(ScnPacket packet) implements MemberEffect {}

    /** A line for the station's log, in English. */
    record Log(LogLevel level, String text) implements MemberEffect {}

    /** Every socket was seen with this digest: to be kept on disk. */
    record KeepComplete(long digest) implements MemberEffect {}
}
