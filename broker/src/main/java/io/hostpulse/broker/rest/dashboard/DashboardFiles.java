package io.hostpulse.broker.rest.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All files of the dashboard, by their path without the first slash. They are read once; afterwards a request chooses from a
 * map and reaches no file. Immutable.
 */
final class DashboardFiles {

    private static final String FOLDER = "io/hostpulse/dashboard/";

    /** The build writes one path a line into it, because a class path cannot be listed. */
    private static final String LIST = "files.txt";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "webmanifest", "application/manifest+json");

    private final Map<String, StaticFile> files;

    private DashboardFiles(Map<String, StaticFile> files) {
        this.files = Map.copyOf(files);
    }

    /** Reads what the build left on the class path; empty when there is no dashboard in it. */
    static DashboardFiles read(ClassLoader loader) {
        Map<String, StaticFile> files = new HashMap<>();
        bytes(loader, LIST)
                .map(list -> new String(list, StandardCharsets.UTF_8).lines().toList())
                .orElse(List.of())
                .forEach(path -> files.put(path, file(loader, path)));
        return new DashboardFiles(files);
    }

    private static StaticFile file(ClassLoader loader, String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("the dashboard has a file of an unknown kind: " + path);
        }
        byte[] plain = present(loader, path);
        String caching = path.startsWith("assets/") ? StaticFile.FOR_EVER : StaticFile.ASK_FIRST;
        return new StaticFile(type, tag(plain), caching, plain, present(loader, path + ".gz"));
    }

    private static byte[] present(ClassLoader loader, String path) {
        return bytes(loader, path)
                .orElseThrow(
                        () -> new IllegalStateException("the dashboard's list names a file that is missing: " + path));
    }

    private static Optional<byte[]> bytes(ClassLoader loader, String path) {
        try (InputStream in = loader.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the dashboard's " + path, e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    Optional<StaticFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
