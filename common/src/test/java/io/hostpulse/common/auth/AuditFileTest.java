package io.hostpulse.common.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {

    @TempDir
    Path directory;

    @Test
    void isOneLineForEachThingWhateverIsInIt() throws IOException {
        AuditFile file = file(1000);
        file.append(Fields.builder().put("by", "ann\n\"x\"").build());
        file.append(Fields.builder().put("by", "ben").build());
        assertThat(Files.readAllLines(file.path())).containsExactly("{\"by\":\"ann\\n\\\"x\\\"\"}", "{\"by\":\"ben\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
    }

    @Test
    void isPutAwayWhenItIsFullAndTheOldestGoes() throws IOException {
        AuditFile file = file(10);
        for (int i = 1; i <= 5; i++) {
            file.rotateIfFull();
            file.append(Fields.builder().put("number", i).build());
        }
        assertThat(read("audit.ndjson")).isEqualTo("{\"number\":5}\n");
        assertThat(read("audit.1.ndjson")).isEqualTo("{\"number\":4}\n");
        assertThat(read("audit.2.ndjson")).isEqualTo("{\"number\":3}\n");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(3);
        }
    }

    private AuditFile file(long maxBytes) {
        return new AuditFile(directory.resolve("audit.ndjson"), maxBytes, 3);
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }
}
