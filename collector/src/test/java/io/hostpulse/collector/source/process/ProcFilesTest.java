package io.hostpulse.collector.source.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hostpulse.collector.source.text.TextCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcFilesTest {

    @TempDir
    private Path folder;

    @Test
    void listsFoldersWithNumbersOnly() throws Exception {
        for (String name : List.of("1", "4194304", "self", "1x", "0", "99999999999")) {
            Files.createDirectory(folder.resolve(name));
        }
        assertThat(new ProcDirectory(folder.toString()).pids()).containsExactlyInAnyOrder(1, 4194304);
    }

    @Test
    void tellsAProcessThatHasEndedFromOneThatMayNotBeReadAndFromAFileThatThisKernelLacks() throws Exception {
        ProcFiles files = new ProcDirectory(folder.toString());
        // What is a folder cannot be read as a file, whoever asks; the superuser of a test may read any file.
        Files.createDirectories(folder.resolve("5/io"));
        Files.createFile(folder.resolve("5/fd"));
        assertThatThrownBy(() -> files.read(5, "io", new byte[9])).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.count(5, "fd")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> files.read(6, "io", new byte[9])).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files.count(6, "fd")).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> files.read(5, "smaps", new byte[9]))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(AccessDeniedException.class)
                .isNotInstanceOf(NoSuchFileException.class);
    }

    @Test
    void takesUnitsFromTheAuxiliaryVector() throws Exception {
        for (int word : List.of(4, 8)) {
            ByteBuffer auxv = ByteBuffer.allocate(8 * word).order(ByteOrder.LITTLE_ENDIAN);
            for (long number : List.of(33L, 1L, 6L, 16384L, 17L, 250L, 0L, 0L)) {
                auxv = word == 4 ? auxv.putInt((int) number) : auxv.putLong(number);
            }
            assertThat(KernelUnits.parse(auxv.array(), word, ByteOrder.LITTLE_ENDIAN))
                    .isEqualTo(new KernelUnits(16384, 250));
        }
        assertThatThrownBy(() -> KernelUnits.parse(new byte[16], 8, ByteOrder.LITTLE_ENDIAN))
                .hasMessageContaining("/proc/self/auxv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "read_bytes: 1\n", "read_bytes: 1\nwrite_bytes: 2"})
    void refusesIoCountersThatAreNotAllThere(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> IoCounters.parse(new TextCursor("io", bytes, bytes.length), 0))
                .hasMessageContaining("io");
    }

    @Test
    void namesAccountsAndReadsThemAgainOnceTheFileWasChanged() throws Exception {
        Path passwd = Files.writeString(folder.resolve("passwd"), "root:x:0:0::/:\nalias:x:0:0::/:\nbroken\n");
        UserNames users = new UserNames(passwd);
        users.refresh();
        assertThat(users.of(0)).isEqualTo("root");
        assertThat(users.of(1000)).isEqualTo("1000");

        Files.writeString(passwd, "me:x:1000:0::/:\n");
        Files.setLastModifiedTime(passwd, FileTime.fromMillis(1));
        users.refresh();
        assertThat(users.of(1000)).isEqualTo("me");
        Files.delete(passwd);
        users.refresh();
        assertThat(users.of(1000)).isEqualTo("1000");
    }

    @Test
    void cutsCommandLinesWithoutCuttingACharacter() {
        byte[] bytes = ("a\0" + "x".repeat(CommandLine.LONGEST - 4) + "\ud83d\ude00\ud83d\ude00\0\0")
                .getBytes(StandardCharsets.UTF_8);
        List<String> arguments = CommandLine.arguments(bytes, bytes.length);
        assertThat(arguments).hasSize(2);
        String shown = ProcTree.COMMAND_LINE.of(arguments).orElseThrow().toString();
        assertThat(shown).contains("x…").doesNotContain("\ud83d");
        assertThat(CommandLine.arguments(new byte[] {'a', 0, 0, 'b'}, 4)).containsExactly("a", "", "b");
        assertThat(CommandLine.arguments(new byte[2], 2)).isEmpty();
    }
}
