package plugwright.api;

/**
 * Who is logged in while another one is refused: in the body of the 403, which only our own stations send.
 *
 * @param displayName as it named itself, may be empty
 * @param openSeconds since it logged in
 * @param idleLimitSeconds after so long a silence the station ends the session by itself
 */
public record SessionHolder(String displayName, long openSeconds, long idleLimitSeconds) {}
