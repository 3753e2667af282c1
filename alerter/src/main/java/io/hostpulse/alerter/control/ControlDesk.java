package io.hostpulse.alerter.control;

import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.rule.RuleEngine;
import io.hostpulse.alerter.rule.Transition;
import io.hostpulse.alerter.silence.Silences;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.queue.QueueDirectory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Where people and the alerter meet: orders come in, and how it is doing goes out. Used by the thread of the rules. */
public final class ControlDesk implements AutoCloseable {

    /** A flood of orders must not keep the rules from their samples. */
    private static final int MOST_A_TURN = 100;

    private final ControlQueues queues;
    private final ViewWriter view;
    private final LongMemory memory;

    private ControlDesk(ControlQueues queues, ViewWriter view, LongMemory memory) {
        this.queues = queues;
        this.view = view;
        this.memory = memory;
    }

    /**
     * What the desk has to do with.
     *
     * @param data where control streams, cursors and the view are
     * @param engine where alerts are
     * @param transitions where the engine puts what changed
     * @param journal where everything is written
     * @param rules the rules in force
     * @param silences all silences as they stand
     * @param handlers all handlers
     * @param reload reads the configuration again
     */
    public record Surroundings(
            DataDirectory data,
            RuleEngine engine,
            List<Transition> transitions,
            Journal journal,
            RulesInForce rules,
            Supplier<Silences> silences,
            Handlers handlers,
            ConfigurationReload reload) {}

    /**
     * Opens the desk. Nothing is read or written yet.
     *
     * @param around what it has to do with
     * @param routing lets the router take a step
     * @return the desk
     */
    public static ControlDesk open(Surroundings around, Routing routing) {
        Orders orders = new Orders(around.journal(), actions(around, routing));
        ViewComposer composer = new ViewComposer(
                ProcessHandle.current().pid(),
                around.engine(),
                around.rules(),
                around.silences(),
                around.handlers(),
                around.journal().memory(),
                around.reload());
        return new ControlDesk(
                new ControlQueues(around.data(), orders::carryOut),
                new ViewWriter(AlerterViewFile.in(around.data()), composer::compose),
                new LongMemory(around.journal(), around.silences()));
    }

    private static Map<ControlAction, Action> actions(Surroundings around, Routing routing) {
        AlertActions alerts = new AlertActions(around.engine(), around.transitions(), routing);
        SilenceActions silences = new SilenceActions(around.silences(), routing);
        HandlerActions handlers = new HandlerActions(around.handlers(), routing);
        MonitoringActions monitoring = new MonitoringActions(
                MonitoringFile.in(around.data()),
                new QueueDirectory(around.data().queues()));
        Map<ControlAction, Action> actions = new EnumMap<>(ControlAction.class);
        actions.put(ControlAction.ACKNOWLEDGE, alerts::acknowledge);
        actions.put(ControlAction.RESOLVE, alerts::resolve);
        actions.put(ControlAction.NOTE, alerts::note);
        actions.put(ControlAction.SILENCE, silences::silence);
        actions.put(ControlAction.UNSILENCE, silences::unsilence);
        actions.put(ControlAction.THRESHOLD, new ThresholdAction(around.rules()));
        actions.put(ControlAction.HANDLER, handlers::enable);
        actions.put(ControlAction.RESEND, handlers::resend);
        actions.put(ControlAction.RELOAD, errand -> reload(errand, around.reload()));
        actions.put(ControlAction.STOP_MONITORING, monitoring::stop);
        actions.put(ControlAction.START_MONITORING, monitoring::start);
        return actions;
    }

    private static Done reload(Errand errand, ConfigurationReload reload) throws RefusedException {
        errand.takesOnly();
        String problem = reload.reload(errand.now());
        if (!problem.isEmpty()) {
            throw new RefusedException(problem);
        }
        return Done.PLAINLY;
    }

    /**
     * Carries out what was asked for, and shows how things stand. What the engine has put among the transitions before must have been
     * taken out.
     *
     * @param now the present time, epoch nanoseconds
     * @return whether there may be more to do at once
     */
    public boolean work(long now) {
        memory.work(now);
        boolean more = queues.poll(now, MOST_A_TURN);
        view.work(now);
        return more;
    }

    @Override
    public void close() {
        queues.close();
    }
}
