package io.hostpulse.broker.control;

import io.hostpulse.broker.auth.Author;
import io.hostpulse.common.control.ControlAction;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletionStage;

/** Takes orders for the alerter. */
@FunctionalInterface
public interface Orders {

    /**
     * Places an order and waits some seconds for its answer.
     *
     * @param by who wants it
     * @param action what is wanted
     * @param arguments what belongs to it
     * @return what became of it; may be completed by any thread
     * @throws BusyException when too many orders wait already
     */
    CompletionStage<OrderOutcome> place(Author by, ControlAction action, Fields arguments);

    /**
     * Notes that somebody wanted to give an order and may not. Does nothing unless there is somewhere to note it.
     *
     * @param by who wanted it
     * @param action what was wanted
     */
    default void denied(Author by, ControlAction action) {}
}
