package io.hostpulse.collector.source.json;

/** A path leads nowhere in this document; the message says why. Never leaves this package. */
final class NoSuchValueException extends Exception {

    private static final long serialVersionUID = 1L;

    NoSuchValueException(String message) {
        super(message);
    }
}
