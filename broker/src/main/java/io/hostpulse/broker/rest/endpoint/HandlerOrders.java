package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.control.HandlerView;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.concurrent.CompletionStage;

/** Switches handlers, and sends again what they gave up. */
final class HandlerOrders {

    private final OrderResponses orders;
    private final Facts facts;

    HandlerOrders(OrderResponses orders, Facts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    Endpoint switching(boolean enabled) {
        return request -> {
            request.query();
            String name = request.place("name");
            Fields order = Body.with(Body.with(request, "handler", name), "enabled", new Value.Flag(enabled));
            return orders.place(request, OrderForm.HANDLER, order, new About(name));
        };
    }

    CompletionStage<Response> resend(Request request) {
        request.query();
        Fields order = Body.of(request);
        String name = order.get("handler").orElse(null) instanceof Value.Text text ? text.value() : "";
        return orders.place(request, OrderForm.RESEND, order, new About(name));
    }

    /** The handler that the order is about. */
    private final class About implements OrderResponses.Subject {

        private final String name;

        About(String name) {
            this.name = name;
        }

        @Override
        public Fields now(OrderOutcome.Done done) {
            Fields.Builder fields =
                    Fields.builder().put("order", done.sequence()).put("handler", name);
            return done.result().isEmpty()
                    ? fields.build()
                    : fields.put("result", done.result()).build();
        }

        @Override
        public boolean exists() {
            return facts.news().view().stream()
                    .flatMap(view -> view.handlers().stream())
                    .map(HandlerView::name)
                    .anyMatch(name::equals);
        }
    }
}
