package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.control.Orders;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletionStage;

/** Places orders and makes responses of what becomes of them. Thread-safe. */
final class OrderResponses {

    private final Orders orders;
    private final Facts facts;
    private final Answers answers;

    OrderResponses(Orders orders, Facts facts, Answers answers) {
        this.orders = orders;
        this.facts = facts;
        this.answers = answers;
    }

    /** What an order is about: whether it exists decides whether a refusal is about its absence, and what it looks like now is the answer. */
    interface Subject {

        /** Looks at the desk, after the order was carried out or refused. */
        Fields now(OrderOutcome.Done done);

        /** Looks at the desk, after the order was refused. */
        boolean exists();
    }

    CompletionStage<Response> place(Request request, OrderForm form, Fields given, Subject subject) {
        return Answers.guarded(() ->
                outcome(request, form, given).thenCompose(outcome -> answers.atDesk(() -> response(outcome, subject))));
    }

    /** Places an order and leaves the response to the caller. */
    CompletionStage<OrderOutcome> outcome(Request request, OrderForm form, Fields given) {
        long now = facts.clock().nanos();
        return orders.place(request.caller().author(), form.action(), form.arguments(given, now));
    }

    private static Response response(OrderOutcome outcome, Subject subject) {
        if (outcome instanceof OrderOutcome.Done done) {
            return Response.ok(subject.now(done));
        }
        if (outcome instanceof OrderOutcome.Refused refused) {
            throw new ProblemException(Problem.of(subject.exists() ? 409 : 404, refused.refusal()));
        }
        return unfinished(outcome);
    }

    /** What is said of an order that was neither carried out nor refused. */
    static Response unfinished(OrderOutcome outcome) {
        if (outcome instanceof OrderOutcome.Unanswered unanswered) {
            return OrdersEndpoint.waiting(202, unanswered.sequence());
        }
        throw new ProblemException(
                Problem.busy("the order was not placed: " + ((OrderOutcome.Unplaced) outcome).reason()));
    }
}
