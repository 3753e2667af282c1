package io.hostpulse.common.config;

/** A value that cannot be used; the message says why and what to write instead. Never leaves this package. */
final class BadValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadValueException(String message) {
        super(message);
    }
}
