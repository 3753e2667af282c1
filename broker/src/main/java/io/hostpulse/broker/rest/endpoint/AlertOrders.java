package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.AlertStory;
import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletionStage;

/** What people do with an alert: they take care of it, end it, or say something about it. */
final class AlertOrders {

    private final OrderResponses orders;
    private final Facts facts;

    AlertOrders(OrderResponses orders, Facts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    Endpoint endpoint(OrderForm form) {
        return request -> place(request, form);
    }

    private CompletionStage<Response> place(Request request, OrderForm form) {
        request.query();
        String id = request.place("id");
        return orders.place(request, form, Body.with(request, "alert", id), new About(id));
    }

    /** The alert that the order is about. */
    private final class About implements OrderResponses.Subject {

        private final String id;

        About(String id) {
            this.id = id;
        }

        @Override
        public Fields now(OrderOutcome.Done done) {
            Fields.Builder fields = Fields.builder().put("order", done.sequence());
            facts.archive().find(id).map(AlertStory::fields).ifPresent(story -> fields.put("alert", story));
            return fields.build();
        }

        @Override
        public boolean exists() {
            return facts.archive().find(id).isPresent();
        }
    }
}
