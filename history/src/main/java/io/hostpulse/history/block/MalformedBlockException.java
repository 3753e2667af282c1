package io.hostpulse.history.block;

/** Bytes that no codec of this version wrote, or that changed since. */
public final class MalformedBlockException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong with the bytes.
     *
     * @param message what was found and what was expected
     */
    public MalformedBlockException(String message) {
        super(message);
    }
}
