package io.hostpulse.broker.control;

/** Something cannot be done now, but perhaps in a moment. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message for people
     */
    public BusyException(String message) {
        super(message);
    }
}
