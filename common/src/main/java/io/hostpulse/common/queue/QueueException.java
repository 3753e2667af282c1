package io.hostpulse.common.queue;

/** A queue cannot be opened, read or written. */
public class QueueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what happened.
     *
     * @param message what happened, to which queue, and what to do
     */
    public QueueException(String message) {
        super(message);
    }

    /**
     * Says what happened and why.
     *
     * @param message what happened, to which queue, and what to do
     * @param cause why
     */
    public QueueException(String message, Throwable cause) {
        super(message, cause);
    }
}
