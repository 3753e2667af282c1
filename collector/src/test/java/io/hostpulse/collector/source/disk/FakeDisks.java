package io.hostpulse.collector.source.disk;

import java.io.IOException;
import java.util.List;

/** Mounts and devices as a test wants them. */
final class FakeDisks implements Disks {

    List<Mount> mounts = List.of();
    List<DeviceCounters> devices = List.of();
    boolean broken;

    @Override
    public List<Mount> mounts() {
        return mounts;
    }

    @Override
    public List<DeviceCounters> devices() throws IOException {
        if (broken) {
            throw new IOException("/proc/diskstats (Permission denied)");
        }
        return devices;
    }

    @Override
    public boolean countsWaiting() {
        return true;
    }
}
