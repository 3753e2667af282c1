package io.hostpulse.alerter;

import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSurroundings;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RoutingSettings;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.AlertSettings;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.common.process.DataDirectory;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The alerter's loop as it is, in the time of a recorder. What it hands to handlers is not sent. */
final class SteppedAlerter implements AutoCloseable {

    private final Recorder recorder;
    private final AlertingAgent agent;

    SteppedAlerter(DataDirectory data, Recorder recorder, ConfigNode root) {
        this.recorder = recorder;
        ConfigNode alerts = root.section(AlertSettings.SECTION);
        Map<String, ConfiguredHandler> handlers =
                NotificationsSection.handlers(root.section(NotificationsSection.NAME), HandlerTypes.OWN);
        Memory memory = Journal.remember(data.queues().resolve("alerts"));
        List<Transition> transitions = new ArrayList<>();
        RuleEngine engine = new RuleEngine(AlertSettings.read(alerts), "atlas", transitions::add);
        Router router = new Router(
                "atlas",
                RoutingSettings.read(alerts),
                RuleRouting.NONE,
                handlers.values().stream()
                        .map(handler -> Recipients.of(handler.settings()))
                        .toList(),
                memory.routing());
        this.agent = new AlertingAgent(
                new WatchedStreams(data, engine),
                engine,
                transitions,
                router,
                new Journal(recorder.journal(), memory),
                deliveries(data, recorder, handlers),
                new ConcurrentLinkedQueue<>());
    }

    private static Map<String, DeliveryAgent> deliveries(
            DataDirectory data, Recorder recorder, Map<String, ConfiguredHandler> handlers) {
        Map<String, DeliveryAgent> deliveries = new HashMap<>();
        handlers.forEach((name, handler) -> {
            HandlerSurroundings surroundings =
                    new HandlerSurroundings(name, data.root(), recorder::now, System.out, ZoneOffset.UTC);
            deliveries.put(
                    name,
                    new DeliveryAgent(
                            handler.settings(), handler.opener().open(surroundings), recorder::now, receipt -> {}));
        });
        return deliveries;
    }

    void turn() {
        agent.doWork(recorder.now());
    }

    @Override
    public void close() {
        agent.close();
    }
}
