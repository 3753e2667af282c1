package io.hostpulse.history;

import io.hostpulse.history.HistoryException.Failure;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's codes mean for whoever called. */
final class SqliteFailures {

    /** The lower byte is the kind; what is above says more of the same. */
    private static final int KIND = 0xff;

    private SqliteFailures() {}

    static HistoryException explain(Path file, SQLException e) {
        Failure failure = e instanceof SQLiteException sqlite
                ? of(SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & KIND))
                : Failure.DEFECT;
        return new HistoryException(
                failure, "history " + file + ": " + advice(failure) + " (" + e.getMessage() + ")", e);
    }

    private static Failure of(SQLiteErrorCode kind) {
        return switch (kind) {
            case SQLITE_FULL -> Failure.DISK_FULL;
            case SQLITE_BUSY, SQLITE_LOCKED -> Failure.BUSY;
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> Failure.DAMAGED;
            case SQLITE_IOERR, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_PROTOCOL ->
                Failure.DISK_ERROR;
            default -> Failure.DEFECT;
        };
    }

    private static String advice(Failure failure) {
        return switch (failure) {
            case DISK_FULL -> "the disk is full; nothing of this was written, and it goes on when there is room";
            case BUSY -> "another program holds it; tried again later";
            case DISK_ERROR -> "the disk or its permissions refuse; check the directory and the kernel's log";
            case DAMAGED -> "the file is damaged; it is set aside when the history is opened for writing again";
            default -> "SQLite refuses what it was asked";
        };
    }
}
