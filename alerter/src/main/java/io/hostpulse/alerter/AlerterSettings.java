package io.hostpulse.alerter;

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
 */
record AlerterSettings(
        RuleSet rules,
        RoutingSettings routing,
        RuleRouting ruleRouting,
        List<ConfiguredHandler> handlers,
        QueueSettings queues) {

    AlerterSettings {
        handlers = List.copyOf(handlers);
    }

    /** The same with other rules. */
    AlerterSettings with(RuleSet other) {
        return new AlerterSettings(other, routing, ruleRouting, handlers, queues);
    }

    /** The same with other handlers. */
    AlerterSettings with(List<ConfiguredHandler> other) {
        return new AlerterSettings(rules, routing, ruleRouting, other, queues);
    }
}
