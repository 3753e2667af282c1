package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;

/** Counts connections by state. */
interface Connections {

    /** The counts as fields, or missing with the reason. */
    Value count();

    /** Called between two readings, where a count may take its time. */
    default void prepareNext() {}
}
