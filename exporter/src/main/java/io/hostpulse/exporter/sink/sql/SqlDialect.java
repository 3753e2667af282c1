package io.hostpulse.exporter.sink.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What one kind of database does differently. Immutable. */
interface SqlDialect {

    /** The port where such servers usually are. */
    int usualPort();

    /** Whether a database is divided into schemas. */
    boolean hasSchemas();

    /** Connects; the one place where the driver's classes are loaded. */
    Connection connect(SqlOptions options) throws SQLException;

    /** Makes the tables that are not there, and leaves those that are as they are. */
    List<String> tables();

    /** What is done once with new tables, after they were made. */
    void finishTables(Connection connection, SqlOptions options) throws SQLException;

    /** The placeholder of a text that is JSON. */
    String jsonPlaceholder();

    /** Text as this database can keep it. */
    String storable(String text);

    /** JSON as this database can keep it. */
    String storableJson(String json);

    /** A time as the driver wants it; ends at the microsecond. */
    Object time(long epochNanos);

    /** A time as {@link #time} would have made it. */
    Object time(ResultSet row, int column) throws SQLException;

    /** Removes at most so many of this machine's rows before a time: {@code ?} are the machine and the time. */
    String removal(String table, String timeColumn, int most);
}
