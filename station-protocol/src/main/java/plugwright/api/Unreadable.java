package plugwright.api;

/** Bytes that are not the message they should be. Thrown by the codec only, and caught where the bytes came in. */
public final class Unreadable extends Exception {

    public Unreadable(String why) {
        super(why);
    }

    public Unreadable(String why, Throwable cause) {
        super(why, cause);
    }
}
