package io.hostpulse.alerter;

import io.hostpulse.alerter.context.ContextReader;
import io.hostpulse.alerter.journal.HandlerMemory;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.HostName;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.process.SharedMark;
import io.hostpulse.common.queue.QueueDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** Puts the alerter together: one agent for rules and the journal, and a group of threads to which handlers come and from which they go. */
final class Wiring {

    private final ProcessContext context;
    private final AgentGroup group;
    private final Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
    private final Memory memory;
    private final Reloading reloading;
    private final AlertingAgent rules;

    /**
     * Opens the journal and puts everything together; nothing runs yet.
     *
     * @param settings what is configured
     * @param reader reads the same again
     * @param changes what people changed at run time, over what is configured
     * @param ticks nanoseconds that only go forward, for what must not take too long
     */
    Wiring(
            ProcessContext context,
            AlerterSettings settings,
            Function<ConfigNode, AlerterSettings> reader,
            UnaryOperator<AlerterSettings> changes,
            LongSupplier ticks) {
        this.context = context;
        this.group = new AgentGroup(Map.of(), context.clock());
        SharedMark mark = new SharedMark(context.mark());
        AlertStream stream =
                new AlertStream(context.with(new MarkPart(context.mark(), mark.part("journal"))), settings.queues());
        this.memory = Journal.remember(stream.directory());
        Journal journal = new Journal(stream.open(), memory);
        List<Transition> transitions = new ArrayList<>();
        String host = HostName.ofThisMachine();
        RuleEngine engine = new RuleEngine(changes.apply(settings).rules(), host, transitions::add);
        Deliveries deliveries = new Deliveries(group, journal, receipts, this::open, context.clock());
        Setup setup = new Setup(host, engine, memory.routing(), deliveries, changes, settings);
        this.reloading =
                new Reloading(context.configuration(), reader, setup, mark.part("configuration"), context.clock());
        ContextReader contexts =
                new ContextReader(new QueueDirectory(context.data().queues()), ticks);
        this.rules = new AlertingAgent(
                new WatchedStreams(context.data(), engine),
                engine,
                new TransitionLog(engine, transitions, contexts, journal),
                new Dispatching(setup, journal, deliveries),
                deliveries,
                reloading,
                journal);
    }

    private DeliveryAgent open(ConfiguredHandler handler) {
        HandlerSurroundings surroundings = new HandlerSurroundings(
                handler.name(),
                context.data().root(),
                context.clock()::nanos,
                System.out,
                handler.settings().zone());
        DeliveryAgent delivery = new DeliveryAgent(
                handler.settings(), handler.opener().open(surroundings), context.clock(), receipts::add);
        HandlerMemory known = memory.handler(handler.name());
        delivery.restore(known.told(), known.waiting());
        return delivery;
    }

    /** The threads of the handlers. */
    AgentGroup group() {
        return group;
    }

    /** What has to run on a thread of its own, too. */
    AlertingAgent rules() {
        return rules;
    }

    /** Has the configuration read again; for the thread of {@link #rules} alone. */
    Reload reload() {
        return reloading;
    }
}
