package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Shows the newest snapshot of each stream, just as clients of the WebSocket get it. */
final class MetricsEndpoint {

    private final Supplier<Optional<CompletableFuture<byte[]>>> current;

    /**
     * Asks somebody for the present state.
     *
     * @param current makes a question; nothing when too many wait already
     */
    MetricsEndpoint(Supplier<Optional<CompletableFuture<byte[]>>> current) {
        this.current = current;
    }

    CompletionStage<Response> current(Request request) {
        request.query();
        return message().thenApply(json -> Response.of(200, Response.JSON, json));
    }

    /** The message {@code monitoring_data} of this moment. */
    CompletionStage<byte[]> message() {
        return current.get()
                .orElseThrow(
                        () -> new ProblemException(Problem.busy("more is asked than can be answered soon: try again")));
    }
}
