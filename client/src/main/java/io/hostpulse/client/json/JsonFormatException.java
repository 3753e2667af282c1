package io.hostpulse.client.json;

/** A text is no JSON object. */
public final class JsonFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonFormatException(String message, Throwable cause) {
        super(message, cause);
    }

    JsonFormatException(String message) {
        super(message);
    }
}
