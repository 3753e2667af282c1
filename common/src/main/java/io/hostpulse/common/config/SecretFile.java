package io.hostpulse.common.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A secret that stands alone in a file, as container and service managers hand them over. */
final class SecretFile {

    private static final int MAX_BYTES = 64 * 1024;
    private static final Pattern LAST_NEWLINE = Pattern.compile("\r?\n\\z");

    private SecretFile() {}

    static Secret read(Given given) {
        Path file = Locations.parse(given);
        try {
            return new Secret(secretIn(FileText.read(file, MAX_BYTES)));
        } catch (BadValueException bad) {
            throw new BadValueException("the file " + name(given, file) + " " + bad.getMessage());
        }
    }

    // Resolved, so that it can be found; but a variable may hold more than a path.
    private static String name(Given given, Path file) {
        return given.text().equals(given.shown()) ? file.toString() : Quoted.of(given.shown());
    }

    private static String secretIn(String text) {
        String secret = LAST_NEWLINE.matcher(text).replaceFirst("");
        if (secret.isEmpty()) {
            throw new BadValueException("is empty");
        }
        return secret;
    }
}
