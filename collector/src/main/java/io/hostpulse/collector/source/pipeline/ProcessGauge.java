package io.hostpulse.collector.source.pipeline;

import java.util.OptionalLong;

/** Asks the system about processes. Used by one thread. */
interface ProcessGauge {

    /** What is told of a process; a process that has just ended has none. */
    Details details(long pid);

    /** Bytes in RAM, a page that is shared with others in proportion; much dearer to ask for than the rest. */
    OptionalLong proportional(long pid);

    /** All memory of the machine, in bytes. */
    OptionalLong machineMemory();
}
