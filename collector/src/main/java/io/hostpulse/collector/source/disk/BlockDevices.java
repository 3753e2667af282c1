package io.hostpulse.collector.source.disk;

import java.io.File;
import java.nio.file.Path;

/** Tells disks, their partitions, and devices made of other devices apart. */
@FunctionalInterface
interface BlockDevices {

    /** What a name in the statistics stands for. */
    enum Kind {
        /** It moves data of its own. */
        DISK,
        /** A mapped or combined device, a file or memory: what it moves is moved again by a disk, or by none. */
        DERIVED,
        /** A partition. */
        PART
    }

    Kind kind(String name);

    /** As the folders below /sys/block show it: one for each device that is no partition, with those it is made of. */
    static BlockDevices in(Path sysBlock) {
        return name -> {
            File folder = sysBlock.resolve(name.replace('/', '!')).toFile();
            if (!folder.exists()) {
                return Kind.PART;
            }
            String[] slaves = new File(folder, "slaves").list();
            return slaves != null && slaves.length > 0 || isDerived(name) ? Kind.DERIVED : Kind.DISK;
        };
    }

    private static boolean isDerived(String name) {
        return name.startsWith("loop") || name.startsWith("ram") || name.startsWith("zram") || name.startsWith("md");
    }
}
