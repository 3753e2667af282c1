package io.hostpulse.common.control;

import io.hostpulse.common.alert.Alert;
import java.util.List;

/**
 * What the alerter says of itself that is no event. Alerts that are on and what has been are not in here: they are in the stream
 * {@code alerts}.
 *
 * @param at when it was written, epoch nanoseconds
 * @param pid the alerter's process
 * @param rules all rules in force, in their order
 * @param pending alerts that may come
 * @param silences all silences, by id, also some that are over
 * @param handlers all handlers, in the order of the configuration
 * @param deadLetters what was given up, newest first
 * @param reload how the configuration was read last
 * @param leftOut how much more there is
 */
public record AlerterView(
        long at,
        long pid,
        List<RuleView> rules,
        List<Alert> pending,
        List<SilenceView> silences,
        List<HandlerView> handlers,
        List<DeadLetterView> deadLetters,
        ReloadView reload,
        LeftOut leftOut) {

    /** Copies the lists. */
    public AlerterView {
        rules = List.copyOf(rules);
        pending = List.copyOf(pending);
        silences = List.copyOf(silences);
        handlers = List.copyOf(handlers);
        deadLetters = List.copyOf(deadLetters);
    }

    /**
     * Shows the same at another time.
     *
     * @param time epoch nanoseconds
     * @return the view
     */
    public AlerterView at(long time) {
        return new AlerterView(time, pid, rules, pending, silences, handlers, deadLetters, reload, leftOut);
    }

    /**
     * Shows only the beginning of long lists.
     *
     * @param mostRules how many rules and silences at most
     * @param mostPending how many pending alerts at most
     * @param mostDead how many dead letters at most
     * @return the view, which says how much it leaves out
     */
    public AlerterView limited(int mostRules, int mostPending, int mostDead) {
        return new AlerterView(
                at,
                pid,
                first(rules, mostRules),
                first(pending, mostPending),
                first(silences, mostRules),
                handlers,
                first(deadLetters, mostDead),
                reload,
                new LeftOut(
                        leftOut.rules() + excess(rules, mostRules),
                        leftOut.pending() + excess(pending, mostPending),
                        leftOut.silences() + excess(silences, mostRules),
                        leftOut.deadLetters() + excess(deadLetters, mostDead)));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    private static int excess(List<?> all, int most) {
        return Math.max(0, all.size() - most);
    }

    /** The same with half of what it lists, for a file that may not be longer. */
    AlerterView halved() {
        int longest = Math.max(rules.size(), silences.size());
        return limited(longest / 2, pending.size() / 2, deadLetters.size() / 2);
    }
}
