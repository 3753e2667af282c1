package io.hostpulse.common.queue;

/** The queue lies on a filesystem on which it cannot work: another data directory must be configured. */
public final class NetworkFilesystemException extends QueueException {

    private static final long serialVersionUID = 1L;

    NetworkFilesystemException(String message) {
        super(message);
    }
}
