package io.hostpulse.common.queue;

/**
 * A write to the mapped file was refused by the disk: it is full or broken. What the queue's object holds is unknown now; the
 * process must end and open the queue again.
 */
public final class DiskFailedException extends QueueException {

    private static final long serialVersionUID = 1L;

    DiskFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
