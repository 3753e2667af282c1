package io.hostpulse.collector.source.exposition;

import java.io.IOException;

/** A text does not have Prometheus' format. The message names the line and says what should be there. */
public final class MalformedExpositionException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedExpositionException(int line, String message) {
        super("line " + line + ": " + message);
    }
}
