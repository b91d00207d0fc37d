package plugwright.main;

/** What the program ends with. */
final class ExitCode {

    /** All that was asked for was done. */
    static final int OK = 0;

    /** It was tried and did not work; standard error says why. */
    static final int FAILED = 1;

    /** The words of the command make no sense; picocli's own code for it. */
    static final int USAGE = 2;

    private ExitCode() {}
}
