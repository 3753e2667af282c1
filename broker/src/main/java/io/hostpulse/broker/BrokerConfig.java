package io.hostpulse.broker;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.SourceSettings;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.history.HistorySettings;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything the configuration tells the broker.
 *
 * @param settings its own section
 * @param streams the streams that the configured sources will write
 * @param isHistoryRecorded whether the history is switched on
 */
record BrokerConfig(BrokerSettings settings, Set<StreamName> streams, boolean isHistoryRecorded) {

    static BrokerConfig read(ConfigNode root) {
        ConfigNode sources = root.section("sources");
        Set<StreamName> streams = SourceSettings.names(sources).stream()
                .filter(name -> sources.section(name).flag("enabled", true))
                .map(StreamName::new)
                .collect(Collectors.toUnmodifiableSet());
        return new BrokerConfig(
                BrokerSettings.read(root.section(BrokerSettings.SECTION)), streams, HistorySettings.isEnabled(root));
    }
}
