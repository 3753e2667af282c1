package io.hostpulse.alerter;

import io.hostpulse.alerter.heartbeat.ExpectedStreams;
import io.hostpulse.alerter.heartbeat.HeartbeatSettings;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.plugin.PluginSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What makes a process the alerter: one thread for the rules and the journal, and one for each handler. */
final class Alerter implements ProcessDefinition<AlerterSettings> {

    @Override
    public String name(Arguments arguments) {
        return "alerter";
    }

    @Override
    public Set<String> sections() {
        return Set.of(QueueSettings.SECTION, AlertSettings.SECTION, NotificationsSection.NAME, PluginSettings.SECTION);
    }

    @Override
    public AlerterSettings settings(Arguments arguments, ConfigNode root) {
        return settings(root);
    }

    /** The same at the start and whenever the file has changed. */
    private static AlerterSettings settings(ConfigNode root) {
        ConfigNode alerts = root.section(AlertSettings.SECTION);
        RuleSet rules = AlertSettings.read(alerts);
        RoutingSettings routing = RoutingSettings.read(alerts);
        RuleRouting ruleRouting = RuleRouting.read(alerts, AlertSettings.names(alerts));
        Map<String, ConfiguredHandler> handlers =
                NotificationsSection.handlers(root.section(NotificationsSection.NAME), HandlerTypes.of(root));
        checkEscalation(routing, handlers, alerts);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        HeartbeatSettings heartbeat = HeartbeatSettings.read(alerts);
        return new AlerterSettings(
                rules,
                routing,
                ruleRouting,
                List.copyOf(handlers.values()),
                queues,
                heartbeat,
                expected(heartbeat, root));
    }

    private static ExpectedStreams expected(HeartbeatSettings heartbeat, ConfigNode root) {
        return heartbeat.isWanted()
                ? ExpectedStreams.of(heartbeat.streams(), root.section("sources"))
                : ExpectedStreams.NONE;
    }

    static void checkEscalation(RoutingSettings routing, Map<String, ConfiguredHandler> handlers, ConfigNode alerts) {
        for (String name : routing.escalationHandlers()) {
            if (!handlers.containsKey(name)) {
                alerts.problem("escalation", "there is no handler '" + name + "' under 'notifications'");
            }
        }
    }

    @Override
    public Agent wire(ProcessContext context, AlerterSettings settings) {
        return new Wiring(context, settings, Alerter::settings, System::nanoTime).all();
    }
}
