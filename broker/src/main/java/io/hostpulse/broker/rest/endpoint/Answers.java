package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.BusyException;
import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.control.InvalidOrderException;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.queue.QueueException;
import io.hostpulse.history.HistoryException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Makes responses at the desk, and problems of what can go wrong there. Thread-safe. */
final class Answers {

    private final Desk desk;

    Answers(Desk desk) {
        this.desk = desk;
    }

    /** Makes a response at the desk. */
    CompletionStage<Response> atDesk(Callable<Response> work) {
        return guarded(() -> desk.ask(work));
    }

    /** Makes problems of what is refused now or later. */
    static CompletionStage<Response> guarded(Supplier<CompletionStage<Response>> work) {
        try {
            return work.get().exceptionally(failure -> {
                throw understood(failure instanceof CompletionException ? failure.getCause() : failure);
            });
        } catch (BusyException | InvalidOrderException e) {
            throw understood(e);
        }
    }

    private static RuntimeException understood(Throwable failure) {
        if (failure instanceof BusyException) {
            return new ProblemException(Problem.busy(failure.getMessage()));
        }
        if (failure instanceof InvalidOrderException) {
            return ProblemException.badRequest(failure.getMessage());
        }
        if (failure instanceof QueueException) {
            return new ProblemException(Problem.busy("the alerts cannot be read now: " + failure.getMessage()));
        }
        if (failure instanceof HistoryException) {
            return new ProblemException(Problem.busy("the history cannot be read now: " + failure.getMessage()));
        }
        return failure instanceof RuntimeException known ? known : new CompletionException(failure);
    }
}
