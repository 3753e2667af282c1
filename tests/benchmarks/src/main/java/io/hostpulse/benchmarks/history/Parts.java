package io.hostpulse.benchmarks.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Which table takes how much; SQLite tells by itself. */
final class Parts {

    private Parts() {}

    static void print(Path directory) {
        try (Connection connection = open(directory);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select name, sum(pgsize), sum(unused), sum(ncell) from dbstat group by name having sum(pgsize) > 100000"
                                + " order by 2 desc")) {
            while (rows.next()) {
                System.out.printf(
                        Locale.ROOT,
                        "  %-24s %7.2f MB, %4.1f %% of it unused, %d cells%n",
                        rows.getString(1),
                        rows.getLong(2) / 1e6,
                        100.0 * rows.getLong(3) / rows.getLong(2),
                        rows.getLong(4));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked: " + e.getMessage(), e);
        }
    }

    /** How many values the history holds; those of the last hour are not counted yet. */
    static long values(Path directory) {
        try (Connection connection = open(directory);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sum(count) from hour")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be asked: " + e.getMessage(), e);
        }
    }

    private static Connection open(Path directory) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("history.db"));
    }
}
