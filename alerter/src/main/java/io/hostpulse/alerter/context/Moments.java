package io.hostpulse.alerter.context;

import io.hostpulse.alerter.context.LastMinute.Newest;
import io.hostpulse.alerter.context.LastMinute.Sample;
import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertContext.Point;
import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.alerter.rule.MetricTrail;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.QueueDirectory;
import io.hostpulse.common.queue.QueueException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The streams as they were at moments. Alerts that begin together share what is read. Lives for one reading. */
final class Moments {

    private static final StreamName PROCESSES = new StreamName("process");

    private final QueueDirectory queues;
    private final TimeBudget budget;
    private final Map<Moment, List<Sample>> samples = new HashMap<>();
    private final Map<Series, Map<String, List<Point>>> points = new HashMap<>();
    private final Map<Long, Newest> processes = new HashMap<>();

    private record Moment(StreamName stream, long at) {}

    /** All that one rule is about. */
    private record Series(String rule, Moment moment) {}

    Moments(QueueDirectory queues, TimeBudget budget) {
        this.queues = queues;
        this.budget = budget;
    }

    AlertContext context(MetricTrail trail, long at) {
        List<Point> recent = trail.isComparable() ? recent(trail, at) : List.of();
        Optional<Shortage> shortage = Shortage.of(trail);
        if (shortage.isEmpty()) {
            return new AlertContext(List.of(), recent);
        }
        Newest newest = processes.computeIfAbsent(at, this::processes);
        List<TopProcess> top = new TopProcesses(newest.fields()).of(shortage.get());
        String trouble = top.isEmpty() && newest.trouble().isEmpty() ? "none is known to use any" : newest.trouble();
        return new AlertContext(top, recent, trouble);
    }

    private List<Point> recent(MetricTrail trail, long at) {
        Moment moment = new Moment(trail.stream(), at);
        return points.computeIfAbsent(new Series(trail.rule(), moment), unread -> points(trail, moment))
                .getOrDefault(trail.dimension(), List.of());
    }

    private Map<String, List<Point>> points(MetricTrail trail, Moment moment) {
        Map<String, List<Point>> all = new HashMap<>();
        for (Sample sample : samples.computeIfAbsent(moment, this::samples)) {
            budget.check();
            trail.values(sample.fields())
                    .forEach((dimension, value) -> all.computeIfAbsent(dimension, unseen -> new ArrayList<>())
                            .add(new Point(sample.at(), value)));
        }
        return all;
    }

    private List<Sample> samples(Moment moment) {
        return LastMinute.before(queues.of(moment.stream()), moment.at(), budget)
                .samples(budget);
    }

    private Newest processes(long at) {
        try {
            return LastMinute.before(queues.of(PROCESSES), at, budget).newest();
        } catch (QueueException e) {
            return new Newest(Fields.NONE, "processes are not recorded");
        }
    }
}
