package io.hostpulse.collector.source.gpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/**
 * A shell script in the place of nvidia-smi.
 *
 * @param script where it is
 */
record FakeSmi(Path script) {

    static final Path FIXTURES = Path.of("src/test/resources/nvidia-smi").toAbsolutePath();

    static FakeSmi in(Path folder, String body) throws IOException {
        FakeSmi smi = new FakeSmi(folder.resolve("nvidia-smi"));
        smi.does(body);
        return smi;
    }

    /** Replaces the script as a whole, so that none is started half written. */
    void does(String body) throws IOException {
        Path next = script.resolveSibling("next");
        Files.writeString(next, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rwx------"));
        Files.move(next, script, StandardCopyOption.REPLACE_EXISTING);
    }

    static String prints(String fixture) {
        return "cat '" + FIXTURES.resolve(fixture) + "'";
    }

    SmiProgram within(Duration limit) {
        return new SmiProgram(script, limit);
    }
}
