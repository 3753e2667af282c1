package io.hostpulse.common.lock;

/** Another live process holds the lock. Its message says which. */
public final class LockHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockHeldException(String holder) {
        super(holder);
    }
}
