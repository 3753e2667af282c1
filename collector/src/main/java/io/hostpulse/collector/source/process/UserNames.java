package io.hostpulse.collector.source.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;

/**
 * The accounts in /etc/passwd, read again when the file was changed. Accounts that only a directory service knows are not in it;
 * asking one could take seconds. Used by one thread.
 */
final class UserNames {

    private static final FileTime NEVER = FileTime.fromMillis(Long.MIN_VALUE);

    private final Path passwd;
    private Map<String, String> names = Map.of();
    private FileTime readAt = NEVER;

    UserNames(Path passwd) {
        this.passwd = passwd;
    }

    /** Looks whether the file was changed; without a file there are no names. */
    void refresh() throws IOException {
        try {
            FileTime changedAt = Files.getLastModifiedTime(passwd);
            if (!changedAt.equals(readAt)) {
                names = parse(Files.readString(passwd, StandardCharsets.ISO_8859_1));
                readAt = changedAt;
            }
        } catch (NoSuchFileException absent) {
            names = Map.of();
            readAt = NEVER;
        }
    }

    /** The first of several names for one number, as the C library has it. */
    static Map<String, String> parse(String text) {
        Map<String, String> names = new HashMap<>();
        text.lines()
                .map(line -> line.split(":", 4))
                .filter(columns -> columns.length == 4)
                .forEach(columns -> names.putIfAbsent(columns[2], columns[0]));
        return names;
    }

    /** The name of an account, or its number when it has none here. */
    String of(long number) {
        String digits = Long.toString(number);
        return names.getOrDefault(digits, digits);
    }
}
