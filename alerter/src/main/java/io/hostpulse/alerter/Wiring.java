package io.hostpulse.alerter;

import io.hostpulse.alerter.context.ContextReader;
import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.heartbeat.Heartbeats;
import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.DeliveryCounters;
import io.hostpulse.alerter.outbox.DeliverySigns;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.Agent;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.SharedMark;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.violation.ViolationReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the alerter together: one agent for rules and the journal, and a group of threads to which handlers come and from which they go. */
final class Wiring {

    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

    private final ProcessContext context;
    private final ViolationReader violations;
    private final SharedMark mark;
    private final DeliveryCounters counters;
    private final AgentGroup group;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Memory memory;
    private final Reloading reloading;
    private final Agent rules;

    /**
     * Opens the journal and puts everything together; nothing runs yet.
     *
     * @param settings what is configured
     * @param reader reads the same again
     * @param ticks nanoseconds that only go forward, for what must not take too long
     */
    Wiring(
            ProcessContext context,
            AlerterSettings settings,
            Function<ConfigNode, AlerterSettings> reader,
            LongSupplier ticks) {
        this.context = context;
        this.violations = new ViolationReader(new QueueDirectory(context.data().queues()));
        this.mark = new SharedMark(context.mark());
        this.counters = new DeliveryCounters(context.mark());
        this.group = new AgentGroup(Map.of(), context.clock());
        AlertStream stream = new AlertStream(context.with(mark.voice("journal")), settings.queues());
        this.memory = Journal.remember(stream.directory());
        Journal journal = new Journal(stream.open(), memory);
        List<Transition> transitions = new ArrayList<>();
        String host = HostName.ofThisMachine();
        RuleEngine engine =
                new RuleEngine(RulesInForce.adjusted(settings.rules(), memory.adjustments()), host, transitions::add);
        Deliveries deliveries = new Deliveries(group, journal, receipts, this::open, context.clock());
        RulesInForce inForce = new RulesInForce(settings.rules(), engine, memory.adjustments());
        Setup setup = new Setup(host, inForce, memory, deliveries, settings);
        this.reloading =
                new Reloading(context.configuration(), reader, setup, mark.voice("configuration"), context.clock());
        Dispatching dispatching = new Dispatching(setup, journal, deliveries);
        ControlDesk desk = ControlDesk.open(
                new ControlDesk.Surroundings(
                        context.data(),
                        engine,
                        transitions,
                        journal,
                        inForce,
                        () -> setup.router().silences(),
                        new LiveHandlers(setup, deliveries),
                        reloading),
                dispatching);
        WatchedStreams streams = new WatchedStreams(context.data(), engine);
        ContextReader contexts =
                new ContextReader(new QueueDirectory(context.data().queues()), ticks);
        AlertingAgent loop = new AlertingAgent(
                streams,
                engine,
                new TransitionLog(engine, transitions, contexts, journal),
                dispatching,
                deliveries,
                reloading,
                desk,
                journal);
        this.rules = proven(loop, streams, deliveries, settings, host);
    }

    private Agent proven(
            AlertingAgent loop, WatchedStreams streams, Deliveries deliveries, AlerterSettings settings, String host) {
        Heartbeats heartbeats = new Heartbeats(settings.heartbeat(), settings.expectedStreams(), host, context.clock());
        Heartbeats.Proven proven = heartbeats.prove(loop, streams, deliveries::stats, mark);
        proven.others().forEach(group::add);
        return proven.loop();
    }

    private DeliveryAgent open(ConfiguredHandler handler) {
        if (!handler.problem().isEmpty()) {
            LOG.warn("handler {} keeps what it has to send: {}", handler.name(), handler.problem());
        }
        HandlerSurroundings surroundings = new HandlerSurroundings(
                handler.name(),
                context.data().root(),
                context.clock()::nanos,
                System.out,
                handler.settings().zone(),
                violations::report);
        DeliverySigns signs = new DeliverySigns(counters, mark.voice("handler " + handler.name())::condition);
        DeliveryAgent delivery = new DeliveryAgent(
                handler.settings(), handler.opener().open(surroundings), context.clock(), receipts::add, signs);
        HandlerMemory known = memory.handler(handler.name());
        delivery.restore(known.told(), known.waiting());
        delivery.enabled(
                memory.adjustments().enabled(handler.name(), handler.settings().enabled()));
        return delivery;
    }

    /** The threads of the handlers. */
    AgentGroup group() {
        return group;
    }

    /** What has to run on a thread of its own, too. */
    Agent rules() {
        return rules;
    }

    /** Everything, each on its thread. */
    Agent all() {
        group.add("rules", rules);
        return group;
    }

    /** Has the configuration read again; for the thread of {@link #rules} alone. */
    Reloading reload() {
        return reloading;
    }
}
