package io.hostpulse.common.process;

/** How a process ends, and with that what the supervisor does next. */
public enum ExitCode {
    /** It was asked to stop, or its work is done. */
    DONE(0),
    /** It could not do what it was asked for; started again after a pause. */
    FAILED(1),
    /** The command line or the configuration is wrong; not started again, because it would fail again. */
    USAGE(2),
    /** What it should watch does not exist on this host; looked for again every 10 minutes. */
    ABSENT(69),
    /** A defect in Hostpulse; started again after a pause. */
    INTERNAL(70),
    /** Something else is in the way for now; started again after a pause. */
    TEMPORARY(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /**
     * Gives the number for the operating system.
     *
     * @return 0 to 127
     */
    public int code() {
        return code;
    }
}
