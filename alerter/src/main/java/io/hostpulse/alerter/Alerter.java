package io.hostpulse.alerter;

import io.hostpulse.alerter.context.ContextReader;
import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.Receipt;
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
import io.hostpulse.common.queue.QueueDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

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
        return settings(root);
    }

    /** The same at the start and whenever the file has changed. */
    private static AlerterSettings settings(ConfigNode root) {
        ConfigNode alerts = root.section(AlertSettings.SECTION);
        RuleSet rules = AlertSettings.read(alerts);
        RoutingSettings routing = RoutingSettings.read(alerts);
        RuleRouting ruleRouting = RuleRouting.read(alerts, AlertSettings.names(alerts));
        Map<String, ConfiguredHandler> handlers =
                NotificationsSection.handlers(root.section(NotificationsSection.NAME), HandlerTypes.OWN);
        checkEscalation(routing, handlers, alerts);
        QueueSettings queues = QueueSettings.read(root.section(QueueSettings.SECTION));
        return new AlerterSettings(rules, routing, ruleRouting, List.copyOf(handlers.values()), queues);
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
        AlertStream stream =
                new AlertStream(context.with(new MarkPart(context.mark(), mark.part("journal"))), settings.queues());
        Memory memory = Journal.remember(stream.directory());
        Journal journal = new Journal(stream.open(), memory);
        UnaryOperator<AlerterSettings> changes = UnaryOperator.identity();
        List<Transition> transitions = new ArrayList<>();
        String host = HostName.ofThisMachine();
        RuleEngine engine = new RuleEngine(changes.apply(settings).rules(), host, transitions::add);

        AgentGroup group = new AgentGroup(Map.of(), context.clock());
        Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        Deliveries deliveries = new Deliveries(
                group, journal, receipts, handler -> open(context, handler, memory, receipts::add), context.clock());
        Setup setup = new Setup(host, engine, memory.routing(), deliveries, changes, settings);
        Reloading reloading = new Reloading(
                context.configuration(), Alerter::settings, setup, mark.part("configuration"), context.clock());
        QueueDirectory queues = new QueueDirectory(context.data().queues());
        group.add(
                "rules",
                new AlertingAgent(
                        new WatchedStreams(context.data(), engine),
                        engine,
                        new TransitionLog(engine, transitions, new ContextReader(queues, System::nanoTime), journal),
                        new Dispatching(setup, journal, deliveries),
                        deliveries,
                        reloading,
                        journal));
        return group;
    }

    private static DeliveryAgent open(
            ProcessContext context, ConfiguredHandler handler, Memory memory, Consumer<Receipt> receipts) {
        HandlerSurroundings surroundings = new HandlerSurroundings(
                handler.name(),
                context.data().root(),
                context.clock()::nanos,
                System.out,
                handler.settings().zone());
        DeliveryAgent delivery =
                new DeliveryAgent(handler.settings(), handler.opener().open(surroundings), context.clock(), receipts);
        HandlerMemory known = memory.handler(handler.name());
        delivery.restore(known.told(), known.waiting());
        return delivery;
    }
}
