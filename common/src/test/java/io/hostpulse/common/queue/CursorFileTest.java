package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorFileTest {

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void chooseFile() {
        file = root.resolve("broker/memory.cursor");
    }

    @Test
    void startsBeforeTheFirstRecord() throws IOException {
        assertThat(CursorFile.open(file).position()).isEqualTo(Position.START);
    }

    @Test
    void remembersItsPositionAcrossReopening() throws IOException {
        CursorFile cursor = CursorFile.open(file);
        for (int i = 1; i <= 5; i++) {
            cursor.moveTo(new Position(i, 100 + i));
            assertThat(CursorFile.open(file).position()).isEqualTo(new Position(i, 100 + i));
            assertThat(CursorFile.peek(file)).isEqualTo(new Position(i, 100 + i));
        }
    }

    @Test
    void fallsBackToThePositionBeforeWhenAWriteWasCutShort() throws IOException {
        CursorFile cursor = CursorFile.open(file);
        cursor.moveTo(new Position(1, 101));
        cursor.moveTo(new Position(2, 102));
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(0);
            damaged.writeLong(Long.MAX_VALUE);
        }
        Position found = CursorFile.open(file).position();
        assertThat(found.sequence()).isBetween(1L, 2L);
    }

    @Test
    void canBeRewound() throws IOException {
        CursorFile cursor = CursorFile.open(file);
        cursor.moveTo(new Position(10, 110));
        cursor.moveTo(new Position(3, 103));
        assertThat(cursor.position()).isEqualTo(new Position(3, 103));
    }

    @Test
    void takesAnEmptyFileForANewCursor() throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(CursorFile.peek(file)).isEqualTo(Position.START);
    }
}
