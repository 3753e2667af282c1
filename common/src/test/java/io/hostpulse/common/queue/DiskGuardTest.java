package io.hostpulse.common.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiskGuardTest {

    private static final long MB = 1 << 20;
    private static final long MILLI = 1_000_000;
    private static final long NOON = 1_735_905_600_000L * MILLI;

    private final Disk disk = new Disk();
    private final DiskGuard guard = new DiskGuard(disk, new SpaceLimits(500 * MB, 5));

    @Test
    void allowsWritingWhileThereIsRoom() {
        disk.free = 500 * MB;
        assertThat(guard.condition(NOON)).isEmpty();
    }

    @Test
    void saysHowMuchIsMissing() {
        disk.free = 412 * MB;
        assertThat(guard.condition(NOON)).isEqualTo("no disk space: 412 MB free, 500 MB needed");
    }

    @Test
    void takesThePercentageOfALargeDisk() {
        disk.total = 100_000 * MB;
        disk.free = 4999 * MB;
        assertThat(guard.condition(NOON)).isEqualTo("no disk space: 4999 MB free, 5000 MB needed");
    }

    @Test
    void goesOnByItselfOnceThereIsClearlyMoreRoom() {
        disk.free = 499 * MB;
        assertThat(guard.condition(NOON)).isNotEmpty();
        disk.free = 501 * MB;
        assertThat(guard.condition(NOON + 100 * MILLI)).isEqualTo("no disk space: 501 MB free, 510 MB needed");
        disk.free = 510 * MB;
        assertThat(guard.condition(NOON + 200 * MILLI)).isEmpty();
        disk.free = 500 * MB;
        assertThat(guard.condition(NOON + 300 * MILLI)).isEmpty();
    }

    @Test
    void asksTheFilesystemAtMostTenTimesASecond() {
        for (int i = 0; i < 1000; i++) {
            guard.condition(NOON + i * MILLI);
        }
        assertThat(disk.asked).isEqualTo(10);
        guard.condition(NOON - 3_600_000 * MILLI);
        assertThat(disk.asked).as("also when the clock is set back").isEqualTo(11);
    }

    @Test
    void writesNothingToADiskThatDoesNotAnswer() {
        disk.broken = true;
        assertThat(guard.condition(NOON)).isEqualTo("disk space unknown: stale handle");
    }

    @Test
    void canBeSwitchedOff() {
        assertThat(new DiskGuard(disk, SpaceLimits.NONE).condition(NOON)).isEmpty();
        assertThat(disk.asked).isZero();
    }

    private static final class Disk implements DiskSpace {
        private long total = 1000 * MB;
        private long free;
        private int asked;
        private boolean broken;

        @Override
        public long free() throws IOException {
            asked++;
            if (broken) {
                throw new IOException("stale handle");
            }
            return free;
        }

        @Override
        public long total() {
            return total;
        }
    }
}
