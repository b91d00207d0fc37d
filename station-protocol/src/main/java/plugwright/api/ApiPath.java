package plugwright.api;

/** Paths and bounds of the HTTPS API. */
public final class ApiPath {

    public static final String LOGIN = "/api/login";
    public static final String LOGOUT = "/api/logout";
    public static final String INFO = "/api/info";
    public static final String CATEGORIES = "/api/categories";
    public static final String PROPERTIES = "/api/prop";
    public static final String COMMAND = "/api/cmd";
    public static final String LOG = "/api/log";
    public static final String TRANSACTIONS = "/api/transactions";

    /** What stations answer with. */
    public static final String REPLY_CONTENT_TYPE = "alfen/json; charset=utf-8";

    /** What clients send. */
    public static final String REQUEST_CONTENT_TYPE = "application/json";

    /** A station answers this many properties at most in one reply, whatever it is asked for. */
    public static final int PROPERTIES_PER_PAGE = 32;

    /** A page of the log has this many lines. */
    public static final int LOG_LINES_PER_PAGE = 16;

    private ApiPath() {}
}
