package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.MalformedTextException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Files of /sys that hold one word or one number, which may be negative. */
final class SysfsFile {

    private SysfsFile() {}

    static String text(Path file) throws IOException {
        return KernelFile.readOnce(file.toString()).restOfLine();
    }

    static long number(Path file) throws IOException {
        String text = text(file);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            MalformedTextException malformed = new MalformedTextException(file.toString(), "a whole number", text);
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** Empty when there is no such file, and also when it cannot be read: attributes of /sys come and go. */
    static Optional<String> textIfAny(Path file) {
        try {
            return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As {@link #textIfAny}. */
    static Optional<Long> numberIfAny(Path file) {
        try {
            return Files.exists(file) ? Optional.of(number(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
