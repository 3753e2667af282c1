package io.hostpulse.common.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLockTest {

    @TempDir
    Path root;

    @Test
    void namesItsHolderToWhoeverComesSecond() throws Exception {
        Path file = root.resolve("writer.lock");
        try (KernelLock held = KernelLock.acquire(file, "collector-memory")) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> KernelLock.acquire(file, "another"))
                    .isInstanceOf(LockHeldException.class)
                    .hasMessageStartingWith(
                            "collector-memory, pid " + ProcessHandle.current().pid() + ", started ");
        }
    }

    @Test
    void canBeTakenAgainOnceItsHolderIsGoneWhateverTheFileSays() throws Exception {
        Path file = root.resolve("writer.lock");
        Files.writeString(file, "collector-memory, pid 1, started 2025-01-01T00:00:00Z, and some more text than ours");
        KernelLock.acquire(file, "second").close();
        KernelLock.acquire(file, "third").close();
        assertThat(Files.readString(file)).startsWith("third, pid ").hasLineCount(1);
    }
}
