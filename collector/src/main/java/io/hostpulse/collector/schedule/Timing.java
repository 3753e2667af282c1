package io.hostpulse.collector.schedule;

import io.hostpulse.common.config.SourceSettings;
import java.time.Duration;

/**
 * When a source is read.
 *
 * @param interval the time between two moments
 * @param deadline how long one reading may take
 * @param headStart how long after its moment a reading begins
 */
record Timing(Duration interval, Duration deadline, Duration headStart) {

    /**
     * Reads that come rarely are the long ones. On a machine with few cores they would hold up those that every message
     * waits for, if all began at the same moment: those take less than this together.
     */
    private static final Duration HEAD_START_OF_OTHERS = Duration.ofMillis(20);

    private static final Duration OFTEN = Duration.ofSeconds(1);

    static Timing of(SourceSettings settings) {
        boolean often = settings.interval().compareTo(OFTEN) <= 0;
        return new Timing(settings.interval(), settings.deadline(), often ? Duration.ZERO : HEAD_START_OF_OTHERS);
    }
}
