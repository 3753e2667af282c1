package io.hostpulse.exporter.sink.sql;

import io.hostpulse.exporter.sink.ServerText;
import io.hostpulse.exporter.sink.SinkOutcome;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/**
 * What an error of the server means for the batch. Only a value that the server does not take is the record's fault; everything else
 * is for somebody to mend.
 *
 * @param options where it happened
 * @param texts takes secrets out of what the server said
 */
record SqlTrouble(SqlOptions options, ServerText texts) {

    /** A value that the column's type cannot hold. */
    private static final String DATA = "22";

    private static final String NO_LOGIN = "28";
    private static final String NO_CONNECTION = "08";

    /** Another process wrote the same key, such as one that was killed while its commit was on the way. */
    private static final String UNIQUE = "23";

    private static final String NO_DATABASE = "3D000";
    private static final Set<String> NO_TABLE_OR_COLUMN = Set.of("42P01", "42703", "42S02", "42S22");
    private static final Set<String> NO_RIGHT = Set.of("42501");

    /** Also when there is one that the user may not look into. */
    private static final String NO_SCHEMA = "3F000";

    // MariaDB's and MySQL's own numbers, where their states say little.
    private static final Set<Integer> MY_NO_LOGIN = Set.of(1045, 1698, 1820, 1862, 3118, 4151);
    private static final Set<Integer> MY_NO_DATABASE = Set.of(1049);
    private static final Set<Integer> MY_NO_RIGHT = Set.of(1044, 1142, 1143, 1227);
    private static final Set<Integer> MY_DATA = Set.of(1264, 1366, 1406, 3140, 4025);

    /** What came of writing rows. */
    SinkOutcome outcome(SQLException failure) {
        SQLException e = first(failure);
        return isData(e) ? new SinkOutcome.Refused(texts.reason(said(e))) : tryAgain(e);
    }

    /** What came of all else: no record can be to blame. */
    SinkOutcome tryAgain(SQLException e) {
        return new SinkOutcome.TryAgain(texts.reason(server() + ": " + advice(e) + said(e)));
    }

    private static String said(SQLException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** What is wrong with a batch stands behind it; before it, PostgreSQL's driver repeats the whole statement. */
    private static SQLException first(SQLException failure) {
        boolean hasCause = failure instanceof BatchUpdateException && failure.getNextException() != null;
        return hasCause ? failure.getNextException() : failure;
    }

    private static boolean isData(SQLException e) {
        return state(e).startsWith(DATA) || MY_DATA.contains(e.getErrorCode());
    }

    static boolean isAboutTables(SQLException e) {
        return NO_TABLE_OR_COLUMN.contains(state(e));
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState();
    }

    private String server() {
        return options.host() + ":" + options.port();
    }

    private String advice(SQLException e) {
        String state = state(e);
        int number = e.getErrorCode();
        if (MY_NO_DATABASE.contains(number) || state.equals(NO_DATABASE)) {
            return "make the database " + options.database() + ", or correct 'database': ";
        }
        if (state.equals(NO_SCHEMA)) {
            return "make the schema " + options.schema() + " and let " + options.username() + " create tables in it: ";
        }
        if (MY_NO_RIGHT.contains(number) || NO_RIGHT.contains(state)) {
            return "let " + options.username() + " do it (docs/EXPORT.md has the statements): ";
        }
        if (MY_NO_LOGIN.contains(number) || state.startsWith(NO_LOGIN)) {
            return "not let in; correct 'username' or 'password', or renew it there: ";
        }
        if (state.startsWith(NO_CONNECTION)) {
            return "no connection: ";
        }
        if (state.startsWith(UNIQUE)) {
            return "another process wrote the same record, trying again: ";
        }
        return isAboutTables(e) ? "a table or column is missing; it is made again at the next attempt: " : "";
    }
}
