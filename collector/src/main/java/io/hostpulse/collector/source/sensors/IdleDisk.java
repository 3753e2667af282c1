package io.hostpulse.collector.source.sensors;

import io.hostpulse.collector.source.text.KernelFile;
import io.hostpulse.collector.source.text.TextCursor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Rotating disks behind the driver drivetemp. Nothing in /sys tells whether one has spun down by its own timer, and asking the
 * disk may start that timer anew. One that has moved data since the previous reading is awake for certain: only then is it asked.
 */
final class IdleDisk implements Rest {

    private static final String IDLE = "the disk has moved nothing since the previous reading: it may be spun down,"
            + " and is not asked so that it can stay so";

    private final Path device;
    private long moved = -1;

    IdleDisk(Path device) {
        this.device = device;
    }

    @Override
    public Optional<String> reason() {
        File[] disks = device.resolve("block").toFile().listFiles();
        if (disks == null || disks.length == 0) {
            return Optional.of("the disk behind this sensor is not known, so that it may be spun down");
        }
        Path disk = disks[0].toPath();
        if (SysfsFile.numberIfAny(disk.resolve("queue/rotational")).orElse(1L) == 0) {
            return Optional.empty();
        }
        return hasMoved(disk) ? Optional.empty() : Optional.of(IDLE);
    }

    private boolean hasMoved(Path disk) {
        long before = moved;
        try {
            moved = sectors(KernelFile.readOnce(disk.resolve("stat").toString()));
        } catch (IOException e) {
            moved = -1;
        }
        return before >= 0 && moved > before;
    }

    /** The third number are sectors read, the seventh sectors written (Documentation/block/stat). */
    private static long sectors(TextCursor stat) throws IOException {
        long sectors = 0;
        for (int i = 1; i <= 7; i++) {
            long number = stat.number();
            sectors += i == 3 || i == 7 ? number : 0;
        }
        return sectors;
    }
}
