package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.control.SilenceView;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletionStage;

/** Begins and ends silences. */
final class SilenceOrders {

    private final OrderResponses orders;
    private final Facts facts;

    SilenceOrders(OrderResponses orders, Facts facts) {
        this.orders = orders;
        this.facts = facts;
    }

    CompletionStage<Response> begin(Request request) {
        request.query();
        return orders.place(request, OrderForm.SILENCE, Body.of(request), new OrderResponses.Subject() {
            @Override
            public Fields now(OrderOutcome.Done done) {
                return Fields.builder()
                        .put("order", done.sequence())
                        .put("silence", done.result())
                        .build();
            }

            @Override
            public boolean exists() {
                return true; // nothing has to be there before
            }
        });
    }

    CompletionStage<Response> end(Request request) {
        request.query();
        String id = request.place("id");
        return orders.place(
                request,
                OrderForm.UNSILENCE,
                Fields.builder().put("silence", id).build(),
                new OrderResponses.Subject() {
                    @Override
                    public Fields now(OrderOutcome.Done done) {
                        return Fields.builder()
                                .put("order", done.sequence())
                                .put("silence", id)
                                .build();
                    }

                    @Override
                    public boolean exists() {
                        return facts.news().view().stream()
                                .flatMap(view -> view.silences().stream())
                                .map(SilenceView::id)
                                .anyMatch(id::equals);
                    }
                });
    }
}
