package io.hostpulse.broker.control;

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
    CompletionStage<OrderOutcome> place(String by, ControlAction action, Fields arguments);
}
