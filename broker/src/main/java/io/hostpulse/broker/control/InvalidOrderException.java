package io.hostpulse.broker.control;

/** An order that cannot be meant so; nothing was placed. */
public final class InvalidOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidOrderException(String message) {
        super(message);
    }
}
