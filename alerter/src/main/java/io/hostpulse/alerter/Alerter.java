package io.hostpulse.alerter;

import io.hostpulse.alerter.control.ConfigurationReload;
import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.DeliveryCounters;
import io.hostpulse.alerter.outbox.DeliverySigns;
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
import io.hostpulse.common.process.SharedMark;
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

    private static void checkEscalation(
            RoutingSettings routing, Map<String, ConfiguredHandler> handlers, ConfigNode alerts) {
        for (String name : routing.escalationHandlers()) {
            if (!handlers.containsKey(name)) {
                alerts.problem("escalation", "there is no handler '" + name + "' under 'notifications'");
            }
        }
    }

    @Override
    public Agent wire(ProcessContext context, AlerterSettings settings) {
        SharedMark mark = new SharedMark(context.mark());
        AlertStream stream = new AlertStream(context.with(mark.voice("alerts")), settings.queues());
        Memory memory = Journal.remember(stream.directory());
        Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        Map<String, DeliveryAgent> deliveries = deliveries(context, mark, settings, memory, receipts::add);
        List<Transition> transitions = new ArrayList<>();
        String host = HostName.ofThisMachine();
        RuleEngine engine =
                new RuleEngine(RulesInForce.adjusted(settings.rules(), memory.adjustments()), host, transitions::add);
        List<HandlerSettings> handlers =
                settings.handlers().stream().map(ConfiguredHandler::settings).toList();
        Router router = new Router(
                host,
                settings.routing(),
                RuleRouting.NONE,
                LiveHandlers.recipients(handlers, memory.adjustments()),
                memory.routing());
        Journal journal = new Journal(stream.open(), memory);
        ControlDesk.Surroundings around = new ControlDesk.Surroundings(
                context.data(),
                engine,
                transitions,
                journal,
                new RulesInForce(settings.rules(), engine, memory.adjustments()),
                router::silences,
                new LiveHandlers(handlers, deliveries, router, memory.adjustments()),
                ConfigurationReload.NONE);
        Map<String, Agent> agents = new LinkedHashMap<>(deliveries);
        agents.put(
                "rules",
                new AlertingAgent(
                        new WatchedStreams(context.data(), engine),
                        engine,
                        transitions,
                        router,
                        journal,
                        deliveries,
                        receipts,
                        routing -> ControlDesk.open(around, routing)));
        return new AgentGroup(agents, context.clock());
    }

    private static Map<String, DeliveryAgent> deliveries(
            ProcessContext context,
            SharedMark mark,
            AlerterSettings settings,
            Memory memory,
            Consumer<Receipt> receipts) {
        DeliveryCounters counters = new DeliveryCounters(context.mark());
        Map<String, DeliveryAgent> deliveries = new LinkedHashMap<>();
        for (ConfiguredHandler handler : settings.handlers()) {
            String name = handler.settings().name();
            HandlerSurroundings surroundings = new HandlerSurroundings(
                    name,
                    context.data().root(),
                    context.clock()::nanos,
                    System.out,
                    handler.settings().zone());
            DeliverySigns signs = new DeliverySigns(counters, mark.voice("handler " + name)::condition);
            DeliveryAgent delivery = new DeliveryAgent(
                    handler.settings(), handler.opener().open(surroundings), context.clock(), receipts, signs);
            HandlerMemory known = memory.handler(name);
            delivery.restore(known.told(), known.waiting());
            delivery.enabled(
                    memory.adjustments().enabled(name, handler.settings().enabled()));
            deliveries.put(name, delivery);
        }
        return deliveries;
    }
}
