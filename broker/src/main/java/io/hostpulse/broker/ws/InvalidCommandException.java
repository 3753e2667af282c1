package io.hostpulse.broker.ws;

import io.hostpulse.common.model.Value;
import java.util.Optional;

/** A message that cannot be understood; the client is told and its connection lives on. */
final class InvalidCommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Optional<Value> id;

    InvalidCommandException(String code, String message, Optional<Value> id) {
        super(message);
        this.code = code;
        this.id = id;
    }

    String code() {
        return code;
    }

    Optional<Value> id() {
        return id;
    }
}
