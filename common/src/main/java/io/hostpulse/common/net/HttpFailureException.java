package io.hostpulse.common.net;

import java.io.IOException;

/** There is no usable answer; the message says why, without anything that could be a secret. */
public final class HttpFailureException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes the failure.
     *
     * @param message why
     */
    public HttpFailureException(String message) {
        super(message);
    }

    /**
     * Makes the failure.
     *
     * @param message why
     * @param cause what was behind it
     */
    public HttpFailureException(String message, Throwable cause) {
        super(message, cause);
    }
}
