package io.hostpulse.alerter;

import io.hostpulse.alerter.context.ContextReader;
import io.hostpulse.alerter.control.ConfigurationReload;
import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.DeliveryCounters;
import io.hostpulse.alerter.outbox.DeliverySigns;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.AgentGroup;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.QueueDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The alerter's loop as it is, in the time of a recorder. What it hands to handlers is not sent. */
final class RecordedAlerter implements AutoCloseable {

    private final Recorder recorder;
    private final MarkFile mark;
    private final AlertingAgent agent;

    RecordedAlerter(DataDirectory data, Recorder recorder, ConfigNode root) {
        this.recorder = recorder;
        this.mark = mark(data, recorder);
        Alerter alerter = new Alerter();
        AlerterSettings settings = alerter.settings(Arguments.parse(new String[0], alerter.options()), root);
        ProcessContext context = new ProcessContext("alerter", data, recorder::now, mark, () -> {});
        Memory memory = Journal.remember(data.queues().resolve("alerts"));
        Journal journal = new Journal(recorder.journal(), memory);
        List<Transition> transitions = new ArrayList<>();
        RuleEngine engine = new RuleEngine(settings.rules(), "atlas", transitions::add);
        // It never takes a turn, so handlers do nothing.
        Deliveries deliveries = new Deliveries(
                new AgentGroup(Map.of(), recorder::now),
                journal,
                new ConcurrentLinkedQueue<>(),
                handler -> still(context, handler),
                recorder::now);
        RulesInForce rules = new RulesInForce(settings.rules(), engine, memory.adjustments());
        Setup setup = new Setup("atlas", rules, memory, deliveries, settings);
        Dispatching dispatching = new Dispatching(setup, journal, deliveries);
        ControlDesk.Surroundings around = new ControlDesk.Surroundings(
                data,
                engine,
                transitions,
                journal,
                rules,
                () -> setup.router().silences(),
                new LiveHandlers(setup, deliveries),
                ConfigurationReload.NONE);
        this.agent = new AlertingAgent(
                new WatchedStreams(data, engine),
                engine,
                new TransitionLog(
                        engine, transitions, new ContextReader(new QueueDirectory(data.queues()), () -> 0), journal),
                dispatching,
                deliveries,
                new Reloading(context.configuration(), node -> settings, setup, mark, recorder::now),
                ControlDesk.open(around, dispatching),
                journal);
    }

    private static MarkFile mark(DataDirectory data, Recorder recorder) {
        try {
            data.create();
            return MarkFile.create(data, "alerter", recorder.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DeliveryAgent still(ProcessContext context, ConfiguredHandler handler) {
        DeliverySigns signs = new DeliverySigns(new DeliveryCounters(context.mark()), condition -> {});
        return new DeliveryAgent(
                handler.settings(), notification -> new Outcome.Delivered("ok"), context.clock(), receipt -> {}, signs);
    }

    void turn() {
        agent.doWork(recorder.now());
    }

    @Override
    public void close() {
        agent.close();
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
