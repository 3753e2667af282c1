package io.hostpulse.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** One program at the moment of a list. */
record ProcessMinute(
        long time,
        long pid,
        Optional<String> user,
        OptionalDouble cpuPercent,
        OptionalDouble memory,
        OptionalLong started,
        OptionalDouble readRate,
        OptionalDouble writeRate) {

    /** In the order of its components. */
    static ProcessMinute read(ResultSet row) throws SQLException {
        long started = row.getLong(6);
        return new ProcessMinute(
                row.getLong(1),
                row.getLong(2),
                Optional.ofNullable(row.getString(3)),
                real(row, 4),
                real(row, 5),
                started == 0 ? OptionalLong.empty() : OptionalLong.of(started),
                real(row, 7),
                real(row, 8));
    }

    private static OptionalDouble real(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
