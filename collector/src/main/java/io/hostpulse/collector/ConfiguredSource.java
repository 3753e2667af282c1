package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.SourceSettings;

/**
 * A source whose settings were read and checked.
 *
 * @param settings what all sources have
 * @param opener opens it with its own options
 */
record ConfiguredSource(SourceSettings settings, SourceType.Opener opener) {}
