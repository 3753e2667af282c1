package io.hostpulse.collector.source.system;

import java.util.List;
import java.util.Optional;

/** The name of the distribution in an os-release file: lines of KEY=value, the value often quoted as in a shell. */
final class OsRelease {

    private static final String KEY = "PRETTY_NAME=";

    private OsRelease() {}

    static Optional<String> prettyName(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(KEY))
                .map(line -> unquoted(line.substring(KEY.length()).strip()))
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
            return value;
        }
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }
}
