package io.hostpulse.collector.source.disk;

import java.util.List;
import java.util.Locale;
import oshi.SystemInfo;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.FileSystem;
import oshi.software.os.OSFileStore;

/** Reads mounts and disks through OSHI. Only local filesystems are listed: listing others may ask their servers. */
final class OshiDisks implements Disks {

    private final FileSystem filesystem;
    private final HardwareAbstractionLayer hardware;

    OshiDisks(SystemInfo system) {
        this.filesystem = system.getOperatingSystem().getFileSystem();
        this.hardware = system.getHardware();
    }

    @Override
    public List<Mount> mounts() {
        return filesystem.getFileStores(true).stream().map(OshiDisks::mount).toList();
    }

    private static Mount mount(OSFileStore store) {
        String options = store.getOptions();
        boolean readOnly = options.equals("ro") || options.startsWith("ro,") || options.contains("read-only");
        String type = store.getType().toLowerCase(Locale.ROOT);
        return new Mount(store.getMount(), store.getMount(), type, store.getVolume(), readOnly);
    }

    @Override
    public List<DeviceCounters> devices() {
        return hardware.getDiskStores().stream().map(OshiDisks::counters).toList();
    }

    private static DeviceCounters counters(HWDiskStore disk) {
        return new DeviceCounters(
                disk.getName(),
                true,
                disk.getReads(),
                disk.getWrites(),
                disk.getReadBytes(),
                disk.getWriteBytes(),
                disk.getTransferTime(),
                0);
    }

    @Override
    public boolean countsWaiting() {
        return false;
    }
}
