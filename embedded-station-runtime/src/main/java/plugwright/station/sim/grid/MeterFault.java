package plugwright.station.sim.grid;

/** What may be wrong with a simulated meter. */
public enum MeterFault {
    /** Nothing. */
    WELL,
    /** It says nothing, or does not answer. */
    SILENT,
    /** Its checksums are wrong; a Modbus meter answers with an exception. */
    CRC,
    /** It repeats what it said last, its time too. */
    FROZEN,
    /** Each fifth value is far too high. */
    SPIKES,
    /** It takes what is drawn for what is fed in. */
    WRONG_SIGN,
    /** It says each thing six times as late. */
    SLOW
}
