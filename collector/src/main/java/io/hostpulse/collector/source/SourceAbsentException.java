package io.hostpulse.collector.source;

/** This host has no such hardware. The supervisor looks again later; it is not an error. */
public final class SourceAbsentException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is absent.
     *
     * @param message what was looked for and where
     */
    public SourceAbsentException(String message) {
        super(message);
    }

    /**
     * Says what is absent, and which error showed it.
     *
     * @param message what was looked for and where
     * @param cause the error; its message is added
     */
    public SourceAbsentException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
