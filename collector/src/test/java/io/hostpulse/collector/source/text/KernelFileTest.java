package io.hostpulse.collector.source.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelFileTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatTheFileHoldsNowAlsoWhenItBecameShorter() throws Exception {
        Path path = Files.writeString(folder.resolve("file"), "first and longer\n");
        try (KernelFile file = new KernelFile(path.toString())) {
            assertThat(file.read().restOfLine()).isEqualTo("first and longer");
            Files.writeString(path, "second\n");
            TextCursor text = file.read();
            assertThat(text.restOfLine()).isEqualTo("second");
            text.nextLine();
            assertThat(text.atEnd()).isTrue();
        }
    }

    @Test
    void readsFilesLargerThanItsFirstBuffer() throws Exception {
        String line = "z".repeat(100_000);
        Path path = Files.writeString(folder.resolve("file"), line + "\n");
        assertThat(KernelFile.readOnce(path.toString()).restOfLine()).isEqualTo(line);
    }

    @Test
    void opensTheFileAnewAfterAFailure() throws Exception {
        Path path = folder.resolve("late");
        try (KernelFile file = new KernelFile(path.toString())) {
            assertThatThrownBy(file::read)
                    .isInstanceOf(FileNotFoundException.class)
                    .hasMessageContaining("late");
            Files.writeString(path, "here\n");
            assertThat(file.read().restOfLine()).isEqualTo("here");
        }
    }
}
