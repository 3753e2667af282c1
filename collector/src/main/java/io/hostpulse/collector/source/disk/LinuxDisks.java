package io.hostpulse.collector.source.disk;

import io.hostpulse.collector.source.text.KernelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Reads /proc/self/mountinfo and /proc/diskstats. Neither touches a filesystem, so neither can hang on one. */
final class LinuxDisks implements Disks {

    private final KernelFile mountinfo = new KernelFile("/proc/self/mountinfo");
    private final KernelFile diskstats = new KernelFile("/proc/diskstats");
    private final DiskStatsText text = new DiskStatsText(BlockDevices.in(Path.of("/sys/block")));

    @Override
    public List<Mount> mounts() throws IOException {
        return MountInfoText.parse(mountinfo.read());
    }

    @Override
    public List<DeviceCounters> devices() throws IOException {
        return text.parse(diskstats.read());
    }

    @Override
    public boolean countsWaiting() {
        return true;
    }

    @Override
    public void close() {
        mountinfo.close();
        diskstats.close();
    }
}
