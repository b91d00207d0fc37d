package plugwright.session;

/** Told each state of a link, on the link's thread: return at once. */
@FunctionalInterface
public interface LinkListener {
    void stateChanged(LinkState state);
}
