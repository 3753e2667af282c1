package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.control.OrderForm;
import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.monitoring.Monitoring;
import io.hostpulse.common.monitoring.MonitoringFields;
import io.hostpulse.common.monitoring.MonitoringFile;
import io.hostpulse.common.queue.QueueDirectory;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Shows what is not measured because somebody stopped it, stops, and starts. */
final class MonitoringEndpoint {

    private final OrderResponses orders;
    private final Facts facts;
    private final Answers answers;

    MonitoringEndpoint(OrderResponses orders, Facts facts, Answers answers) {
        this.orders = orders;
        this.facts = facts;
        this.answers = answers;
    }

    CompletionStage<Response> show(Request request) {
        request.query();
        return answers.atDesk(() -> {
            Fields monitoring = monitoring();
            Fields shown = Fields.builder()
                    .put("timestamp", Rfc3339.format(facts.clock().nanos()))
                    .put("monitoring", monitoring)
                    .build();
            return Response.ok(shown, monitoring);
        });
    }

    private Fields monitoring() {
        try {
            Monitoring monitoring = MonitoringFile.in(facts.data()).read();
            Fields.Builder fields = Fields.builder().put("state", state(monitoring));
            MonitoringFields.of(monitoring).values().forEach(fields::put);
            return fields.build();
        } catch (IOException e) {
            throw new ProblemException(Problem.busy(e.getMessage()));
        }
    }

    private static String state(Monitoring monitoring) {
        if (monitoring.isOn()) {
            return "on";
        }
        boolean isAll =
                monitoring.everything().isPresent() && monitoring.except().isEmpty();
        return isAll ? "stopped" : "partly";
    }

    Endpoint ordering(OrderForm form) {
        return request -> {
            request.query();
            Fields body = Body.of(request);
            return orders.place(request, form, body, new About(body));
        };
    }

    /** The streams that the order is about. */
    private final class About implements OrderResponses.Subject {

        private final Fields body;

        About(Fields body) {
            this.body = body;
        }

        @Override
        public Fields now(OrderOutcome.Done done) {
            return Fields.builder()
                    .put("order", done.sequence())
                    .put("monitoring", monitoring())
                    .build();
        }

        @Override
        public boolean exists() {
            try {
                Set<Value> there = new QueueDirectory(facts.data().queues())
                        .streams().stream()
                                .<Value>map(stream -> new Value.Text(stream.value()))
                                .collect(Collectors.toSet());
                return !(body.get("streams").orElse(null) instanceof Value.Sequence named)
                        || there.containsAll(named.values());
            } catch (IOException e) {
                return true; // so the refusal is not about a stream that is not there
            }
        }
    }
}
