package io.hostpulse.client.message;

/** A message is JSON, and not what the protocol says. */
public final class MessageFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MessageFormatException(String message) {
        super(message);
    }
}
