package io.hostpulse.common.queue;

/** Another live process writes to this queue; there can be only one. */
public final class WriterPresentException extends QueueException {

    private static final long serialVersionUID = 1L;

    WriterPresentException(String message, Throwable cause) {
        super(message, cause);
    }
}
