package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.config.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the two versions want to be written to, and how they know who writes. */
sealed interface InfluxApi {

    /** The path and query of a write, without the server's address. */
    String write();

    /** What goes with each request, so that they know us. */
    Optional<Secret> authorization();

    /** What must not be in a reason. */
    List<Secret> secrets();

    /** What to look at when we are not let in. */
    String credentials();

    /** What we write to, for a reason. */
    String place();

    /** The path and query that makes it, if it may be made. */
    Optional<String> creation();

    private static String query(String path, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * InfluxDB 1.
     *
     * @param database where points go
     * @param retentionPolicy which of its retention policies; empty for its default
     * @param username empty without a login
     * @param password empty without one
     * @param create whether a missing database is made
     */
    record Database(String database, String retentionPolicy, String username, Secret password, boolean create)
            implements InfluxApi {

        @Override
        public String write() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("db", database);
            parameters.put("rp", retentionPolicy);
            parameters.put("precision", "ns");
            return query("/write", parameters);
        }

        @Override
        public Optional<Secret> authorization() {
            if (username.isEmpty()) {
                return Optional.empty();
            }
            byte[] both = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
            return Optional.of(new Secret("Basic " + Base64.getEncoder().encodeToString(both)));
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }

        @Override
        public String credentials() {
            return "'username' and 'password', and what that user may do";
        }

        @Override
        public String place() {
            return "database " + database;
        }

        @Override
        public Optional<String> creation() {
            // In a name a quote and a backslash are written with a backslash before them.
            String name = database.replace("\\", "\\\\").replace("\"", "\\\"");
            return create
                    ? Optional.of(query("/query", Map.of("q", "CREATE DATABASE \"" + name + "\"")))
                    : Optional.empty();
        }
    }

    /**
     * InfluxDB 2, and others that take its writes.
     *
     * @param org whose bucket it is; empty where there is only one
     * @param bucket where points go
     * @param token who writes
     */
    record Bucket(String org, String bucket, Secret token) implements InfluxApi {

        @Override
        public String write() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("org", org);
            parameters.put("bucket", bucket);
            parameters.put("precision", "ns");
            return query("/api/v2/write", parameters);
        }

        @Override
        public Optional<Secret> authorization() {
            return Optional.of(new Secret("Token " + token.reveal()));
        }

        @Override
        public List<Secret> secrets() {
            return List.of(token);
        }

        @Override
        public String credentials() {
            return "'token', and whether it may write to that bucket";
        }

        @Override
        public String place() {
            return "bucket " + bucket;
        }

        @Override
        public Optional<String> creation() {
            return Optional.empty();
        }
    }
}
