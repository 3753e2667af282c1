package io.hostpulse.collector.source.sensors;

import java.nio.file.Path;
import java.util.Optional;

/** Whether a device should be left alone, so that measuring neither wakes it nor keeps it awake. Used by one thread at a time. */
interface Rest {

    /** Why it should, if it should. */
    Optional<String> reason();

    static Rest of(String chip, Path device) {
        Rest suspended = new RuntimeSuspension(device);
        if (!chip.equals("drivetemp")) {
            return suspended;
        }
        Rest idle = new IdleDisk(device);
        return () -> suspended.reason().or(idle::reason);
    }
}
