package plugwright.station.sim.net;

/** Hears every datagram that a station sends. */
@FunctionalInterface
interface Eavesdropper {
    void sent(int station, byte[] datagram);
}
