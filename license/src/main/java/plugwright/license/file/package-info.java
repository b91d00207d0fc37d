/** The shell of the licence keys: key files and the issuer's private key file. */
@NullMarked
package plugwright.license.file;

import org.jspecify.annotations.NullMarked;
