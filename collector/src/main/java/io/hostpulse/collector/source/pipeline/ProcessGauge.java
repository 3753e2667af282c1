package io.hostpulse.collector.source.pipeline;

import java.util.OptionalLong;

/** Asks the system about processes. One that has just ended tells nothing. Used by one thread. */
interface ProcessGauge {

    /** What is cheap to ask for. */
    Details details(long pid);

    /** Every open file is looked at: about 0.2 ms for each process. */
    Descriptors descriptors(long pid);

    /** Bytes in RAM, a page that is shared with others in proportion. Every page is looked at: about 1 ms for each process. */
    OptionalLong proportional(long pid);

    /** All memory of the machine, in bytes. */
    OptionalLong machineMemory();
}
