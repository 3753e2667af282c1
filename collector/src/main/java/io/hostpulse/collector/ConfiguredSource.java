package io.hostpulse.collector;

import io.hostpulse.collector.source.SourceType;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.config.SourceSettings;
import java.util.List;

/**
 * A source whose settings were read and checked.
 *
 * @param settings what all sources have
 * @param queues what its stream may take from the disk
 * @param opener opens it with its own options
 * @param warnings what the log should say of plugins that were left out
 */
record ConfiguredSource(
        SourceSettings settings, QueueSettings queues, SourceType.Opener opener, List<String> warnings) {

    ConfiguredSource {
        warnings = List.copyOf(warnings);
    }

    /** One of which there is nothing to warn. */
    ConfiguredSource(SourceSettings settings, QueueSettings queues, SourceType.Opener opener) {
        this(settings, queues, opener, List.of());
    }
}
