package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.net.ConnectionOptions;
import io.hostpulse.common.net.HttpLimits;
import io.hostpulse.common.net.HttpTarget;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How points are sent to InfluxDB.
 *
 * @param url the server, without a slash at its end
 * @param api where on it
 * @param machine what this machine is called there; empty for its host name
 * @param gzip whether what is sent is compressed
 * @param maxSeries how many series lists may make
 * @param connection how to connect
 * @param limits how long it may take
 */
record InfluxOptions(
        String url,
        InfluxApi api,
        String machine,
        boolean gzip,
        int maxSeries,
        ConnectionOptions connection,
        HttpLimits limits) {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** A write may be tried twice, when a database has to be made, and must end within a minute. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Enough for any explanation; what is longer is not read. */
    private static final int MAX_ANSWER = 64 << 10;

    private static final int USUAL_SERIES = 10_000;
    private static final int MOST_SERIES = 1_000_000;

    private static final Pattern FIT_FOR_HEADER = Pattern.compile("[\\x20-\\x7e]*");

    static InfluxOptions read(ConfigNode node) {
        return new InfluxOptions(
                url(node),
                api(node),
                node.text("machine", ""),
                node.flag("gzip", true),
                node.whole("max_series", USUAL_SERIES, 1, MOST_SERIES),
                // A store is nearly always at a private address, and its own administrator wrote it here.
                new ConnectionOptions(true, ConnectionOptions.authorities(node)),
                new HttpLimits(
                        node.duration("timeout", TIMEOUT, SHORTEST, LONGEST),
                        node.duration("connect_timeout", CONNECT_TIMEOUT, SHORTEST, LONGEST),
                        MAX_ANSWER,
                        false));
    }

    private static String url(ConfigNode node) {
        String url = node.text("url", "http://127.0.0.1:8086");
        try {
            HttpTarget target = HttpTarget.parse(url);
            if (target.uri().getRawQuery() != null || target.uri().getRawFragment() != null) {
                node.problem("url", "write the server only, such as http://127.0.0.1:8086");
            }
        } catch (IllegalArgumentException e) {
            node.problem("url", e.getMessage());
        }
        return url.replaceAll("/+$", "");
    }

    private static InfluxApi api(ConfigNode node) {
        boolean hasBucket = node.keys().contains("bucket");
        if (hasBucket && node.keys().contains("database")) {
            node.problem("bucket", "write either 'database' (InfluxDB 1) or 'bucket' and 'token' (InfluxDB 2)");
        }
        return hasBucket ? bucket(node) : database(node);
    }

    private static InfluxApi bucket(ConfigNode node) {
        Optional<Secret> token = node.secret("token");
        if (token.isEmpty()) {
            node.problem("token", "is missing: write 'token_file' with the file that holds the token for the bucket");
        }
        token.filter(text -> !FIT_FOR_HEADER.matcher(text.reveal()).matches())
                .ifPresent(text -> node.problem("token", "has a character that no token has, such as a line end"));
        return new InfluxApi.Bucket(
                node.text("org", ""), required(node, "bucket", ""), token.orElseGet(() -> new Secret("")));
    }

    private static InfluxApi database(ConfigNode node) {
        Optional<Secret> password = node.secret("password");
        String username = node.text("username", "");
        if (username.isEmpty() && password.isPresent()) {
            node.problem("username", "is missing: a password alone lets nobody in");
        }
        if (username.contains(":")) {
            node.problem("username", "has a ':', which no name can have where it stands before a password");
        }
        return new InfluxApi.Database(
                required(node, "database", "hostpulse"),
                node.text("retention_policy", ""),
                username,
                password.orElseGet(() -> new Secret("")),
                node.flag("create", false));
    }

    private static String required(ConfigNode node, String key, String usual) {
        String text = node.text(key, usual);
        if (text.isBlank()) {
            node.problem(key, "is empty: write its name");
        }
        return text;
    }
}
