package io.hostpulse.alerter.notify.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.alerter.notify.NotificationFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares messages with those that were read by a person and found good, in src/test/resources/golden. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** Fails when the two are not the same object, whatever their layout. */
    public static void assertSame(String actual, String name) {
        assertThat(read(actual)).as("%s, which would be: %s", name, actual).isEqualTo(read(file(name)));
    }

    /** Fails when the two are not the same object, whatever their layout. */
    public static void assertSame(Fields actual, String name) {
        assertSame(NotificationFields.jsonText(actual), name);
    }

    private static Fields read(String text) {
        return new PayloadReader().read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
