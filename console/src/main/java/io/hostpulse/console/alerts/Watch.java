package io.hostpulse.console.alerts;

import io.hostpulse.common.control.AlerterView;
import io.hostpulse.common.control.AlerterViewFile;
import io.hostpulse.common.control.ViewState;
import io.hostpulse.common.process.DataDirectory;
import io.hostpulse.common.status.LifeState;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.text.Units;
import java.util.List;
import java.util.Optional;

/**
 * Whether anybody watches, and what the alerter says of itself.
 *
 * @param now the present time, epoch nanoseconds
 * @param process what the alerter's process is doing; absent when it has never run here
 * @param view what it said last, if it can be read
 * @param problem why it cannot be read; empty when it can, or when there is nothing
 */
public record Watch(long now, Optional<LifeState> process, Optional<AlerterView> view, String problem) {

    private static final String NAME = "alerter";

    /**
     * Looks.
     *
     * @param data the data directory
     * @param processes the processes that there are
     * @param now the present time, epoch nanoseconds
     * @return what is found
     */
    public static Watch of(DataDirectory data, List<ProcessStatus> processes, long now) {
        Optional<LifeState> process = processes.stream()
                .filter(one -> one.name().equals(NAME))
                .map(ProcessStatus::state)
                .findFirst();
        ViewState state = AlerterViewFile.in(data).read(now);
        String problem = state instanceof ViewState.Unreadable unreadable ? unreadable.reason() : "";
        return new Watch(now, process, viewIn(state), problem);
    }

    private static Optional<AlerterView> viewIn(ViewState state) {
        if (state instanceof ViewState.Current current) {
            return Optional.of(current.view());
        }
        return state instanceof ViewState.Old old ? Optional.of(old.view()) : Optional.empty();
    }

    /**
     * Tells whether the alerter lives, so that it may answer.
     *
     * @return whether there is a process
     */
    public boolean isAlive() {
        return process.map(LifeState::isAlive).orElse(false);
    }

    /**
     * Tells how old the view is.
     *
     * @return nanoseconds, if there is one
     */
    public Optional<Long> age() {
        return view.map(seen -> Math.max(0, now - seen.at()));
    }

    /**
     * Tells whether what is known is so now.
     *
     * @return whether the alerter runs and has said so lately
     */
    public boolean isCurrent() {
        return complaint().isEmpty();
    }

    /**
     * Says why nobody knows how things are now.
     *
     * @return a sentence without its full stop, with what to do; nothing when the alerter watches
     */
    public Optional<String> complaint() {
        if (!isAlive()) {
            return Optional.of(process.map(state -> "the alerter does not run (" + state.label() + ")")
                            .orElse("the alerter has never run here")
                    + ": nobody watches; see 'hostpulse status', or start it with 'hostpulse up'");
        }
        if (process.equals(Optional.of(LifeState.HUNG))) {
            return Optional.of("the alerter hangs: nobody watches; restart it with 'hostpulse restart alerter'");
        }
        if (!problem.isEmpty()) {
            return Optional.of("how the alerter is doing is not known: " + problem);
        }
        if (view.isEmpty()) {
            return Optional.of("the alerter is just starting and has said nothing yet: ask again in a moment");
        }
        return age().filter(age -> age > AlerterViewFile.MOST_SILENCE.toNanos())
                .map(age -> "the alerter has said nothing for " + Units.span(age) + ": see 'hostpulse logs alerter'");
    }
}
