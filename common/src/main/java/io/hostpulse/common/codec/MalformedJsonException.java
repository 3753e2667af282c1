package io.hostpulse.common.codec;

import java.io.IOException;

/** A text is no JSON, or more of it than is read. The message says where and quotes nothing: the text may hold secrets. */
public final class MalformedJsonException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedJsonException(String message) {
        super(message);
    }
}
