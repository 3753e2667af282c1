package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Json;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Tells probes whether clients get data: whether any stream is fresh. It says no more than that, so everybody may ask. */
final class ReadyEndpoint {

    private static final byte[] READY = "{\"status\":\"ready\"}\n".getBytes(StandardCharsets.US_ASCII);

    private final MetricsEndpoint metrics;
    private final Answers answers;

    ReadyEndpoint(MetricsEndpoint metrics, Answers answers) {
        this.metrics = metrics;
        this.answers = answers;
    }

    CompletionStage<Response> ready(Request request) {
        return metrics.message().thenCompose(message -> answers.atDesk(() -> ready(Json.read(message))));
    }

    private static Response ready(Fields message) {
        Fields streams = (Fields) message.get("streams").orElse(Fields.NONE);
        Fields data = (Fields) message.get("data").orElse(Fields.NONE);
        boolean isAnyFresh = streams.values().entrySet().stream()
                .anyMatch(stream -> data.get(stream.getKey()).isPresent()
                        && ((Fields) stream.getValue()).get("stale").equals(Optional.of(new Value.Flag(false))));
        if (!isAnyFresh) {
            throw new ProblemException(Problem.busy("no stream has fresh data"));
        }
        return Response.of(200, Response.JSON, READY);
    }
}
