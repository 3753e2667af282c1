package io.hostpulse.common.process;

/** Ends the process with a chosen exit code. Its message is for the person who reads the log. */
public final class ProcessFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private ProcessFailure(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * The command line is wrong.
     *
     * @param message what is wrong and what would be right
     * @return the failure to throw
     */
    public static ProcessFailure usage(String message) {
        return new ProcessFailure(ExitCode.USAGE, message, null);
    }

    /**
     * What should be watched does not exist on this host.
     *
     * @param message what was looked for
     * @return the failure to throw
     */
    public static ProcessFailure absent(String message) {
        return new ProcessFailure(ExitCode.ABSENT, message, null);
    }

    /**
     * Something is in the way that may be gone at the next start.
     *
     * @param message what is in the way and what to do about it
     * @param cause why, or null
     * @return the failure to throw
     */
    public static ProcessFailure temporary(String message, Throwable cause) {
        return new ProcessFailure(ExitCode.TEMPORARY, message, cause);
    }

    /**
     * Tells how the process is to end.
     *
     * @return its exit code
     */
    public ExitCode exitCode() {
        return exitCode;
    }
}
