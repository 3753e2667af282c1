package io.hostpulse.history;

import io.hostpulse.history.HistoryException.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Knows which files are histories, and makes new ones. */
final class Schema {

    /** "HPLS": told by the file itself, so that no other program's database is taken for a history. */
    private static final int APPLICATION = 0x48504c53;

    private static final int VERSION = 2;

    /** Its processes had neither start nor traffic. */
    private static final int WITHOUT_RUNS = 1;

    private static final String VIEW = "create view process_metrics";

    private Schema() {}

    /** Refuses what is none of ours or from the future. */
    static void check(Database database) {
        long application = database.number("pragma application_id").orElse(0L);
        if (application != APPLICATION) {
            throw new HistoryException(
                    Failure.REFUSED,
                    database.file()
                            + " is a database of another program: move it away, or choose another data directory");
        }
        long version = version(database);
        if (version < WITHOUT_RUNS || version > VERSION) {
            throw new HistoryException(
                    Failure.REFUSED,
                    "history " + database.file() + " has version " + version + ", and only versions " + WITHOUT_RUNS
                            + " to " + VERSION + " are known here: use a newer Hostpulse, or move the file away");
        }
    }

    private static long version(Database database) {
        return database.number("pragma user_version").orElse(0L);
    }

    /** Whether processes have a start and traffic: one that is only read may be older, until somebody writes it again. */
    static boolean hasRuns(Database database) {
        return version(database) > WITHOUT_RUNS;
    }

    /** Makes an older one as a new one is, in one transaction; nothing that is in it is touched. */
    static void upgrade(Database database) {
        if (hasRuns(database)) {
            return;
        }
        database.write(() -> database.execute(
                "alter table process_sample add column started integer",
                "alter table process_sample add column read_rate real",
                "alter table process_sample add column write_rate real",
                "drop view if exists process_metrics",
                Arrays.stream(statements())
                        .filter(one -> one.contains(VIEW))
                        .findFirst()
                        .orElseThrow(),
                "pragma user_version = " + VERSION));
    }

    static boolean isNew(Database database) {
        return database.number("pragma application_id").orElse(0L) == 0
                && database.number("select count(*) from sqlite_master").orElse(0L) == 0;
    }

    /** In one transaction: a new file is a whole history or still empty. */
    static void create(Database database) {
        // Only an empty file lets its way to give pages back be chosen.
        database.execute("pragma auto_vacuum = incremental");
        database.write(() -> {
            database.execute(statements());
            database.execute("pragma application_id = " + APPLICATION, "pragma user_version = " + VERSION);
        });
    }

    private static String[] statements() {
        try (InputStream text = Schema.class.getResourceAsStream("schema.sql")) {
            String sql = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(sql.split("\\n\\s*\\n"))
                    .filter(one -> one.contains(";"))
                    .toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException("schema.sql is not in the jar", e);
        }
    }
}
