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
}
