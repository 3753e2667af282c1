package io.hostpulse.collector.source;

import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;

/**
 * Where a source is opened. Sources that only look at the machine need nothing of it.
 *
 * @param data the data directory of this Hostpulse
 * @param clock the wall clock
 */
public record SourceContext(DataDirectory data, EpochClock clock) {}
