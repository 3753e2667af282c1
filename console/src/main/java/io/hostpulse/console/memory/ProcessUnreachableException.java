package io.hostpulse.console.memory;

/** A process was asked for something and cannot answer. Its message says why and what to do. */
public final class ProcessUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProcessUnreachableException(String message) {
        super(message);
    }
}
