package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How rows get to a server.
 *
 * @param host the server
 * @param port its port
 * @param database where the tables are
 * @param schema in which of its schemas; only PostgreSQL has any
 * @param username who writes
 * @param password absent without one
 * @param tls how the connection is protected
 * @param caFile the only authorities that are believed; absent for Java's own list
 * @param connectTimeout the time to be let in
 * @param timeout the time for one batch
 * @param machine what this machine is called in the rows; empty for its host name
 * @param metrics whether there is also a row for each number
 * @param retention rows of this machine that are older are removed; zero keeps all
 */
record SqlOptions(
        String host,
        int port,
        String database,
        String schema,
        String username,
        Optional<Secret> password,
        TlsMode tls,
        Optional<Path> caFile,
        Duration connectTimeout,
        Duration timeout,
        String machine,
        boolean metrics,
        Duration retention) {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Drivers know whole seconds. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    /** With the longest connection a write still ends within a minute. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration LONGEST_RETENTION = Duration.ofDays(3650);
    private static final int LAST_PORT = 65_535;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    /** What needs no quotes in any of the databases, so that nothing has to be quoted. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** A URL of JDBC is made of both; nothing in them may begin another part of it. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");

    private static final Pattern DATABASE = Pattern.compile("[A-Za-z0-9_.$-]{1,63}");

    static SqlOptions read(ConfigNode node, SqlDialect dialect) {
        String host = checked(node, "host", node.text("host", "127.0.0.1"), HOST, "a name or an address");
        return new SqlOptions(
                host,
                node.whole("port", dialect.usualPort(), 1, LAST_PORT),
                checked(
                        node,
                        "database",
                        node.text("database", "hostpulse"),
                        DATABASE,
                        "up to 63 letters, digits, '_', '.', '$' or '-'"),
                dialect.hasSchemas()
                        ? checked(
                                node,
                                "schema",
                                node.text("schema", "public"),
                                PLAIN_NAME,
                                "up to 63 letters, digits or '_'")
                        : "",
                node.text("username", "hostpulse"),
                node.secret("password"),
                node.choice("tls", LOOPBACK.contains(host) ? TlsMode.NONE : TlsMode.VERIFY),
                node.optionalText("ca_file").map(written -> node.path("ca_file", Path.of(written))),
                node.duration("connect_timeout", CONNECT_TIMEOUT, SHORTEST, LONGEST_CONNECT),
                node.duration("timeout", TIMEOUT, SHORTEST, LONGEST),
                node.text("machine", ""),
                node.flag("metrics", true),
                node.duration("retention", Duration.ZERO, Duration.ZERO, LONGEST_RETENTION));
    }

    private static String checked(ConfigNode node, String key, String text, Pattern form, String expected) {
        if (!form.matcher(text).matches()) {
            node.problem(key, "cannot be '" + text + "': write " + expected);
        }
        return text;
    }
}
