package io.hostpulse.collector.source.pipeline;

import io.hostpulse.common.process.JvmCounter;
import io.hostpulse.common.process.Mark;
import io.hostpulse.common.status.ProcessStatus;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One process at one reading.
 *
 * @param status what it is doing
 * @param details what the system tells of it
 * @param descriptors its open files, when they were counted last
 * @param proportional its share of the memory in RAM, when it was asked for last
 * @param cpu percent of one core
 * @param trend its memory over the window
 * @param judgement how it is
 */
record Observation(
        ProcessStatus status,
        Details details,
        Descriptors descriptors,
        OptionalLong proportional,
        OptionalDouble cpu,
        Trend trend,
        Judgement judgement) {

    boolean isAlive() {
        return status.usage().isPresent();
    }

    /** What it said itself in this life. */
    Optional<Mark> mark() {
        return status.mark().filter(mark -> isAlive() && mark.pid() == status.pid());
    }

    OptionalLong jvm(JvmCounter counter) {
        return mark().map(counter::in).orElse(OptionalLong.empty());
    }
}
