package plugwright.station.member;

import plugwright.model.ReasonKind;
import plugwright.station.control.ControlCore;
import plugwright.station.control.TieOrder;
import plugwright.station.member.Voices.TotalBasis;
import plugwright.wire.scn.Heartbeat;
import plugwright.wire.scn.SocketVote;
import plugwright.wire.scn.VehicleMemory;

/** The control of all sockets of a network, fed by votes. */
final class NetworkControl {

    private static final int NETWORK = 0;

    /** A vote can tell no longer time, 24.8 days: from then on its vehicle is the one of before. */
    private static final int LONGEST_PLUGGED = Integer.MAX_VALUE;

    private final ControlCore core;
    private final int sockets;
    private final boolean[] present;
    private final int[] plugStamp;
    private final int[] pluggedBoot;
    private final int[] stationMaximum;
    private final int[] stationSockets;
    /** No turn lasts longer, whatever a vote says. */
    private long period;

    NetworkControl(MemberSettings settings, long now) {
        sockets = settings.network().socketCount();
        core = new ControlCore(sockets, 1 + sockets);
        present = new boolean[sockets];
        plugStamp = new int[sockets];
        pluggedBoot = new int[sockets];
        stationMaximum = new int[sockets];
        stationSockets = new int[sockets];
        timing(settings, now);
    }

    final void timing(MemberSettings settings, long now) {
        period = settings.alternatingPeriod().toMillis();
        core.timing(settings.probingCurrent().milliampere(), period, now);
    }

    ControlCore core() {
        return core;
    }

    boolean isPresent(int socket) {
        return present[socket];
    }

    /** Takes a vote: who is there, what they ask, draw, and may have at most. */
    void vote(Heartbeat vote, long now) {
        station(vote);
        for (int i = 0; i < vote.sockets().size(); i++) {
            SocketVote socket = vote.sockets().get(i);
            int id = vote.firstSocket() + i;
            if (socket.use() == SocketVote.Use.FREE) {
                lost(id);
            } else {
                vehicle(id, socket, vote, now);
            }
        }
    }

    private void station(Heartbeat vote) {
        int first = vote.firstSocket();
        int count = vote.sockets().size();
        if (stationSockets[first] != count) {
            stationSockets[first] = count;
            join();
        }
        if (stationMaximum[first] != vote.stationMaximum()) {
            stationMaximum[first] = vote.stationMaximum();
            for (int phase = 0; phase < Ledger.PHASES; phase++) {
                core.groups().limit(1 + first, phase, vote.stationMaximum());
            }
        }
    }

    private void join() {
        core.groups().clearGroups();
        for (int first = 0; first < sockets; first++) {
            for (int id = first; id < Math.min(sockets, first + stationSockets[first]); id++) {
                core.groups().join(id, NETWORK);
                core.groups().join(id, 1 + first);
            }
        }
    }

    private void vehicle(int id, SocketVote socket, Heartbeat vote, long now) {
        // On the clock of its station: the same for every vote about the same vehicle.
        int plugged = vote.header().stamp() - socket.pluggedMillis();
        boolean another = plugStamp[id] != plugged && socket.pluggedMillis() < LONGEST_PLUGGED;
        if (present[id] && (another || pluggedBoot[id] != vote.header().boot())) {
            lost(id);
        }
        if (!present[id]) {
            present[id] = true;
            plugStamp[id] = plugged;
            pluggedBoot[id] = vote.header().boot();
            boolean covered = (socket.counted() & ~socket.leasePhases()) == 0;
            core.takenOver(
                    id,
                    VehicleMemory.unpack(socket.memory()),
                    covered ? socket.lease() : 0,
                    now - socket.pluggedMillis(),
                    now);
            if (vote.turnEndsMillis().isPresent() && core.turnsEnd() < now) {
                core.turnsEnd(now + Math.min(period, vote.turnEndsMillis().getAsInt()));
            }
        }
        core.asks(id, socket.use() == SocketVote.Use.ASKING);
        core.contactor(id, socket.contactor() == SocketVote.Contactor.OPEN);
        core.measured(id, socket.l1(), socket.l2(), socket.l3(), now);
        core.vehiclePhases(id, socket.counted());
        core.cap(
                id,
                Math.min(socket.cap(), vote.stationMaximum()),
                ReasonKind.ofCode(socket.capCode()).orElse(ReasonKind.SOCKET_MAXIMUM));
    }

    /** Its vehicle is gone, or its station is not heard. */
    void lost(int id) {
        if (present[id]) {
            present[id] = false;
            core.unplugged(id);
        }
    }

    /** What is left for those that are heard, on each phase, and where the total comes from. */
    void total(int[] left, TotalBasis basis) {
        core.metered(NETWORK, basis == TotalBasis.READING);
        // SCN-10: the lowest id comes first while the safe total stands in for a reading.
        core.ties(basis == TotalBasis.SAFE ? TieOrder.LOWEST_FIRST : TieOrder.HIGHEST_FIRST);
        for (int phase = 0; phase < Ledger.PHASES; phase++) {
            core.groups().limit(NETWORK, phase, left[phase]);
        }
    }

    void decide(boolean suspended, long now) {
        for (int id = 0; id < sockets; id++) {
            core.suspend(id, suspended);
        }
        core.decide(now);
    }
}
