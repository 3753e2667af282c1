package io.hostpulse.alerter;

import io.hostpulse.alerter.heartbeat.ExpectedStreams;
import io.hostpulse.alerter.heartbeat.HeartbeatSettings;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.common.config.QueueSettings;
import java.util.List;

/**
 * What the alerter is told.
 *
 * @param rules what to look for
 * @param routing who is told, and when
 * @param ruleRouting what single rules say about that
 * @param handlers how they are told
 * @param queues what its own stream may take from the disk
 * @param heartbeat whom to send a sign of life
 * @param expectedStreams what has to be fresh for that
 */
record AlerterSettings(
        RuleSet rules,
        RoutingSettings routing,
        RuleRouting ruleRouting,
        List<ConfiguredHandler> handlers,
        QueueSettings queues,
        HeartbeatSettings heartbeat,
        ExpectedStreams expectedStreams) {

    AlerterSettings {
        handlers = List.copyOf(handlers);
    }
}
