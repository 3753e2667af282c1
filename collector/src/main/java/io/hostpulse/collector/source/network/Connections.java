package io.hostpulse.collector.source.network;

import io.hostpulse.common.model.Value;

/** Counts connections by state. */
interface Connections {

    /** The counts as fields, or missing with the reason. */
    Value count();
}
