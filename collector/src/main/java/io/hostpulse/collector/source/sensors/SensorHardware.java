package io.hostpulse.collector.source.sensors;

import java.io.IOException;
import java.util.List;

/** The chips, thermal zones and power supplies of this host. */
interface SensorHardware {

    /** Names those that there are now, without touching their hardware. Called by one thread. */
    List<String> list();

    /**
     * Reads one of them; it may block for ever. Called by several threads, but not for the same name at the same time.
     */
    Findings read(String name) throws IOException;

    /** Where was looked, for a person. */
    String places();
}
