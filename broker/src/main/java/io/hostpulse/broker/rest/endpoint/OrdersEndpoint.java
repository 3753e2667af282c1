package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.control.ControlStreams;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.concurrent.CompletionStage;

/** Tells what became of an order that was not answered in time. */
final class OrdersEndpoint {

    private static final String STREAM = ControlStreams.of("broker").value();

    private final Facts facts;
    private final Answers answers;

    OrdersEndpoint(Facts facts, Answers answers) {
        this.facts = facts;
        this.answers = answers;
    }

    /** Where to ask again. */
    static Response waiting(int status, long sequence) {
        Fields body = Fields.builder()
                .put("state", "waiting")
                .put("order", sequence)
                .put("message", "the alerter has not answered yet; it carries the order out when it can")
                .build();
        return Response.json(status, body).with("Location", "/api/orders/" + sequence);
    }

    CompletionStage<Response> one(Request request) {
        request.query();
        long sequence = number(request.place("number"));
        return answers.atDesk(() -> facts.archive()
                .answer(STREAM, sequence)
                .map(entry -> answered(sequence, entry))
                .orElseGet(() -> waiting(200, sequence)));
    }

    private static long number(String text) {
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // is told like one that cannot be
        }
        throw new ProblemException(Problem.of(404, "an order has a number"));
    }

    private static Response answered(long sequence, Fields entry) {
        String refusal = text(entry, "refusal");
        Fields.Builder body = Fields.builder()
                .put("state", refusal.isEmpty() ? "done" : "refused")
                .put("order", sequence);
        put(body, "refusal", refusal);
        put(body, "result", text(entry, "result"));
        return Response.ok(body.build());
    }

    private static void put(Fields.Builder body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }

    private static String text(Fields fields, String name) {
        return fields.get(name).orElse(null) instanceof Value.Text text ? text.value() : "";
    }
}
