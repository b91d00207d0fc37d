/** The P1 port of DSMR 4.0 and newer, eSMR 4.0 and 5 and e-MUCS meters: bytes in, telegrams or typed faults out. Pure. */
@NullMarked
package plugwright.meter.p1;

import org.jspecify.annotations.NullMarked;
