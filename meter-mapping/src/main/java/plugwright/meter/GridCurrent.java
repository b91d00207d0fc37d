package plugwright.meter;

import plugwright.model.Ampere;

/**
 * The current of one phase at the house connection; negative is fed into the grid.
 *
 * @param measured the best reading of it
 * @param guarded what the fuse must be protected by: never below what may really flow
 * @param sign how its sign is known
 */
public record GridCurrent(Ampere measured, Ampere guarded, SignSource sign) {

    /** Of a meter that tells it finely enough to be taken as it is. */
    public static GridCurrent exact(Ampere measured, SignSource sign) {
        return new GridCurrent(measured, measured, sign);
    }
}
