package plugwright.station.member;

/** What a member's limit rests on. */
public enum LimitBasis {
    /** Nothing was granted since the start: 0. */
    STARTED,
    /** A coordinator's grant. */
    GRANTED,
    /** Cut off: no more than the safe current, and what it had less. */
    CUT_OFF,
    /** Cut off for so long that the safe current is kept free for it. */
    SAFE,
    /** Stands still for a change of settings. */
    PAUSED
}
