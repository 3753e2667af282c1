package io.hostpulse.alerter;

import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.config.QueueSettings;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.ProcessDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** What makes a process the alerter: one thread for the rules and the journal, and one for each handler. */
final class Alerter implements ProcessDefinition<AlerterSettings> {

    @Override
    public String name(Arguments arguments) {
        return "alerter";
    }

    @Override
    public Set<String> sections() {
        return Set.of(QueueSettings.SECTION, AlertSettings.SECTION, NotificationsSection.NAME);
    }

    @Override
    public AlerterSettings settings(Arguments arguments, ConfigNode root) {
        ConfigNode alerts = root.section(AlertSettings.SECTION);
        RuleSet rules = AlertSettings.read(alerts);
        RoutingSettings routing = RoutingSettings.read(alerts);
        Map<String, ConfiguredHandler> handlers =
                NotificationsSection.handlers(root.section(NotificationsSection.NAME), HandlerTypes.OWN);
        checkEscalation(routing, handlers, alerts);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        return new AlerterSettings(rules, routing, List.copyOf(handlers.values()), queues);
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
        AlertStream stream = new AlertStream(context, settings.queues());
        Memory memory = Journal.remember(stream.directory());
        Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        Map<String, DeliveryAgent> deliveries = deliveries(context, settings, memory, receipts::add);
        List<Transition> transitions = new ArrayList<>();
        String host = HostName.ofThisMachine();
        RuleEngine engine = new RuleEngine(settings.rules(), host, transitions::add);
        Router router = new Router(
                host,
                settings.routing(),
                RuleRouting.NONE,
                settings.handlers().stream()
                        .map(handler -> Recipients.of(handler.settings()))
                        .toList(),
                memory.routing());
        Map<String, Agent> agents = new LinkedHashMap<>(deliveries);
        agents.put(
                "rules",
                new AlertingAgent(
                        new WatchedStreams(context.data(), engine),
                        engine,
                        transitions,
                        router,
                        new Journal(stream.open(), memory),
                        deliveries,
                        receipts));
        return new AgentGroup(agents, context.clock());
    }

    private static Map<String, DeliveryAgent> deliveries(
            ProcessContext context, AlerterSettings settings, Memory memory, Consumer<Receipt> receipts) {
        Map<String, DeliveryAgent> deliveries = new LinkedHashMap<>();
        for (ConfiguredHandler handler : settings.handlers()) {
            String name = handler.settings().name();
            HandlerSurroundings surroundings = new HandlerSurroundings(
                    name,
                    context.data().root(),
                    context.clock()::nanos,
                    System.out,
                    handler.settings().zone());
            DeliveryAgent delivery = new DeliveryAgent(
                    handler.settings(), handler.opener().open(surroundings), context.clock(), receipts);
            HandlerMemory known = memory.handler(name);
            delivery.restore(known.told(), known.waiting());
            deliveries.put(name, delivery);
        }
        return deliveries;
    }
}
