package io.hostpulse.exporter;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.host.BatchLimits;
import io.hostpulse.exporter.host.SinkSettings;
import io.hostpulse.exporter.host.Start;
import io.hostpulse.exporter.host.StreamFilter;
import io.hostpulse.exporter.sink.history.HistorySinkType;
import io.hostpulse.history.HistorySettings;

/**
 * The history's sink. It has a section of its own, {@code history}, since the broker and the console read that as well, and it is there
 * unless it is switched off. A new one begins with the oldest record that the queues hold.
 */
final class BuiltInHistory {

    private BuiltInHistory() {}

    static ConfiguredSink read(ConfigNode root) {
        HistorySinkType type = new HistorySinkType();
        HistorySettings history = HistorySettings.read(root.section(HistorySettings.SECTION));
        BatchLimits limits =
                new BatchLimits(BatchLimits.USUAL.records(), BatchLimits.USUAL.bytes(), history.commitInterval());
        SinkSettings settings = new SinkSettings(
                type.name(), type.name(), history.enabled(), new StreamFilter(type.streams()), Start.BEGINNING, limits);
        return new ConfiguredSink(settings, HistorySinkType.opener(history), "");
    }

    /** Whether a sink of {@code exporter.sinks} is in the way: two would share cursors, or write one database. */
    static boolean isTakenBy(String name, String type) {
        return name.equals(HistorySinkType.NAME) || type.equals(HistorySinkType.NAME);
    }
}
