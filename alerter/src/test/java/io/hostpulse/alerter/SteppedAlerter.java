package io.hostpulse.alerter;

import io.hostpulse.alerter.control.ConfigurationReload;
import io.hostpulse.alerter.control.ControlDesk;
import io.hostpulse.alerter.control.RulesInForce;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Memory;
import io.hostpulse.alerter.notify.HandlerSettings;
import io.hostpulse.alerter.notify.Outcome;
import io.hostpulse.alerter.outbox.DeliveryAgent;
import io.hostpulse.alerter.outbox.DeliveryCounters;
import io.hostpulse.alerter.outbox.DeliverySigns;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Router;
import io.hostpulse.alerter.route.RuleRouting;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.watch.WatchedStreams;
import io.hostpulse.common.codec.RecordKind;
import io.hostpulse.common.config.Config;
import io.hostpulse.common.config.ConfigSources;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.process.Arguments;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.process.EpochClock;
import io.hostpulse.common.process.MarkFile;
import io.hostpulse.common.process.ProcessContext;
import io.hostpulse.common.queue.SnapshotAppender;
import io.hostpulse.common.queue.StreamDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The alerter's main loop with its real queues, journal, rules and router, stepped by hand. Handlers stand still: what is handed to
 * them stays with them. It can be ended without warning and started again.
 */
final class SteppedAlerter implements AutoCloseable {

    static final long SECOND = 1_000_000_000;

    private static final StreamName MEMORY = new StreamName("memory");

    final DataDirectory data;
    long now = EpochClock.SYSTEM.nanos();
    Journal journal;
    RuleEngine engine;
    Router router;
    Map<String, DeliveryAgent> deliveries;
    private SnapshotAppender memory;
    private AlertingAgent agent;
    private MarkFile mark;

    SteppedAlerter(Path root, String... configuration) {
        data = new DataDirectory(root);
        try {
            data.create();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(configuration);
    }

    /** Starts, or starts again, perhaps with another configuration. */
    void start(String... configuration) {
        List<String> all = new ArrayList<>(List.of(
                "alerts.group_window=0",
                "alerts.cooldown=0",
                "queues.min_free=0",
                "queues.min_free_percent=0",
                "notifications.file.type=file",
                "notifications.console.type=console"));
        all.addAll(List.of(configuration));
        Config config = Config.load(new ConfigSources(Optional.empty(), all, Map.of(), data.root()));
        Alerter alerter = new Alerter();
        AlerterSettings settings = alerter.settings(Arguments.parse(new String[0], alerter.options()), config.root());
        try {
            mark = MarkFile.create(data, "alerter", now);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wire(new ProcessContext("alerter", data, () -> now, mark, () -> {}), settings);
    }

    private void wire(ProcessContext context, AlerterSettings settings) {
        AlertStream stream = new AlertStream(context, settings.queues());
        Memory known = Journal.remember(stream.directory());
        journal = new Journal(stream.open(), known);
        List<HandlerSettings> handlers =
                settings.handlers().stream().map(ConfiguredHandler::settings).toList();
        Queue<Receipt> receipts = new ConcurrentLinkedQueue<>();
        deliveries = new LinkedHashMap<>();
        handlers.forEach(handler -> deliveries.put(handler.name(), still(context, handler)));
        List<Transition> transitions = new ArrayList<>();
        engine =
                new RuleEngine(RulesInForce.adjusted(settings.rules(), known.adjustments()), "atlas", transitions::add);
        router = new Router(
                "atlas",
                settings.routing(),
                RuleRouting.NONE,
                LiveHandlers.recipients(handlers, known.adjustments()),
                known.routing());
        ControlDesk.Surroundings around = new ControlDesk.Surroundings(
                data,
                engine,
                transitions,
                journal,
                new RulesInForce(settings.rules(), engine, known.adjustments()),
                router::silences,
                new LiveHandlers(handlers, deliveries, router, known.adjustments()),
                ConfigurationReload.NONE);
        agent = new AlertingAgent(
                new WatchedStreams(data, engine),
                engine,
                transitions,
                router,
                journal,
                deliveries,
                receipts,
                routing -> ControlDesk.open(around, routing));
    }

    private DeliveryAgent still(ProcessContext context, HandlerSettings settings) {
        DeliverySigns signs = new DeliverySigns(new DeliveryCounters(context.mark()), condition -> {});
        return new DeliveryAgent(
                settings, notification -> new Outcome.Delivered("ok"), () -> now, receipt -> {}, signs);
    }

    /** A turn of the main loop, two seconds later; tells when it wants the next one. */
    long turn() {
        now += 2 * SECOND;
        return agent.doWork(now);
    }

    /** Turns until nothing is left to do at once. */
    void settle() {
        for (long next = turn(); next <= now; next = turn()) {
            // more orders wait
        }
    }

    /** A sample of the memory's use, and what follows from it. */
    void sample(double percentage) {
        if (memory == null) {
            StreamDescriptor descriptor = new StreamDescriptor(MEMORY, Duration.ofMillis(500), "collector-memory");
            memory = SnapshotAppender.open(data.queues().resolve("memory"), descriptor, EpochClock.SYSTEM::nanos);
            settle();
        }
        byte[] payload = ("{\"percentage\":" + percentage + "}").getBytes(StandardCharsets.UTF_8);
        memory.append(RecordKind.OK, now, ByteBuffer.wrap(payload));
        settle();
    }

    /** Ends without warning. */
    void kill() {
        agent.close();
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart(String... configuration) {
        kill();
        start(configuration);
        settle();
    }

    @Override
    public void close() {
        kill();
        if (memory != null) {
            memory.close();
        }
    }
}
