package io.hostpulse.alerter.context;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.rule.RuleSet;
import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.queue.QueueDirectory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads back what was going on when alerts began. It never holds up an alert: all of it together has a time, after which alerts go out
 * without, and whatever goes wrong is logged and leaves them without, too. Used by one thread.
 */
public final class ContextReader {

    private static final Logger LOG = LoggerFactory.getLogger(ContextReader.class);

    /** One alert takes some milliseconds, mostly for reading JSON; the first one after a start a tenth of a second, for classes are loaded. */
    private static final Duration MOST = Duration.ofMillis(250);

    private final QueueDirectory queues;
    private final LongSupplier ticks;

    /**
     * Prepares to read.
     *
     * @param queues where the streams are
     * @param ticks nanoseconds that only go forward, to see how long it takes
     */
    public ContextReader(QueueDirectory queues, LongSupplier ticks) {
        this.queues = queues;
        this.ticks = ticks;
    }

    /**
     * Reads what was going on.
     *
     * @param begun alerts that have just changed
     * @param rules the rules they come from
     * @return contexts by the alert's id; nothing for those of which nothing is known
     */
    public Map<String, AlertContext> of(List<Alert> begun, RuleSet rules) {
        Map<String, AlertContext> contexts = new HashMap<>();
        Moments moments = new Moments(queues, new TimeBudget(ticks, MOST));
        for (Alert alert : begun) {
            try {
                rules.trail(alert.key())
                        .map(trail -> moments.context(trail, alert.updated()))
                        .ifPresent(context -> contexts.put(alert.id(), context));
            } catch (TimeBudget.SpentException late) {
                LOG.warn(
                        "{} of {} alerts go without what else was going on: {}",
                        begun.size() - contexts.size(),
                        begun.size(),
                        late.getMessage());
                return contexts;
            } catch (RuntimeException e) {
                LOG.warn("what was going on when {} began is not known: {}", alert.key(), e.toString());
            }
        }
        return contexts;
    }
}
