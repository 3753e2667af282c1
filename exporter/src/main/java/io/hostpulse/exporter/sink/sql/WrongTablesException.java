package io.hostpulse.exporter.sink.sql;

import java.sql.SQLException;

/** The tables are there and not as they should be; the message says what to do. */
final class WrongTablesException extends SQLException {

    private static final long serialVersionUID = 1L;

    WrongTablesException(String message) {
        super(message);
    }
}
