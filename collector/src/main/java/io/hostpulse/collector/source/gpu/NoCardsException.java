package io.hostpulse.collector.source.gpu;

/** One way to read cards does not work here, or finds none. Its message is a part of a sentence. */
final class NoCardsException extends Exception {

    private static final long serialVersionUID = 1L;

    NoCardsException(String message) {
        super(message);
    }
}
