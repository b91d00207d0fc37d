package plugwright.station.member;

import plugwright.model.ReasonKind;
import plugwright.wire.scn.SocketVote.Contactor;
import plugwright.wire.scn.SocketVote.Following;
import plugwright.wire.scn.SocketVote.Use;

/**
 * What the station knows of one of its sockets, for the network.
 *
 * @param use whether a vehicle is there and asks
 * @param contactor of the socket
 * @param told the limit that the vehicle is told now, which may be one from before the last grant
 * @param following whether the vehicle surely draws no more than that
 * @param connected grid phases at the socket
 * @param counted those that the vehicle counts on
 * @param cap the lowest limit of this socket by itself
 * @param capKind which that is
 * @param l1 what it draws on L1
 * @param l2 as l1
 * @param l3 as l1
 * @param pluggedAt moment of plugging in; of no meaning without a vehicle
 */
public record SocketReport(
        Use use,
        Contactor contactor,
        int told,
        Following following,
        int connected,
        int counted,
        int cap,
        ReasonKind capKind,
        int l1,
        int l2,
        int l3,
        long pluggedAt) {

    /** What it draws on a grid phase, 0 to 2, in mA. */
    int drawn(int phase) {
        return phase == 0 ? l1 : phase == 1 ? l2 : l3;
    }

    /** An empty socket. */
    public static SocketReport free(int connected, int cap) {
        return new SocketReport(
                Use.FREE, Contactor.OPEN, 0, Following.SURE, connected, connected, cap,
                ReasonKind.SOCKET_MAXIMUM, 0, 0, 0, 0);
    }
}
