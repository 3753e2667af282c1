package io.hostpulse.collector.source.http;

import java.io.IOException;

/** There is no usable answer; the message says why, without anything that could be a secret. */
final class HttpFailureException extends IOException {

    private static final long serialVersionUID = 1L;

    HttpFailureException(String message) {
        super(message);
    }

    HttpFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
