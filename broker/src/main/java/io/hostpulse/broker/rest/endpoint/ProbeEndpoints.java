package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Json;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.monitoring.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * For probes. {@code /healthz} fails when only a restart helps: a thread that everything depends on is stuck. {@code /readyz} fails when
 * clients would not get what they come for: a configured stream is stale, or none is fresh.
 */
final class ProbeEndpoints {

    private static final Value OK = new Value.Text("ok");
    private static final Value STALE = new Value.Text("stale");
    private static final Value STOPPED = new Value.Text(Stop.STATE);

    private final Vitals vitals;
    private final MetricsEndpoint metrics;

    ProbeEndpoints(Vitals vitals, MetricsEndpoint metrics) {
        this.vitals = vitals;
        this.metrics = metrics;
    }

    CompletionStage<Response> alive(Request request) {
        return CompletableFuture.completedStage(answer(request, "ok", "stuck", vitals.troubles()));
    }

    CompletionStage<Response> ready(Request request) {
        List<String> troubles = vitals.troubles();
        // Who is stuck would not answer the question for the streams either.
        return troubles.isEmpty()
                ? metrics.message()
                        .thenApply(message -> answer(request, "ready", "not_ready", lacking(Json.read(message))))
                : CompletableFuture.completedStage(answer(request, "ready", "not_ready", troubles));
    }

    private List<String> lacking(Fields message) {
        Map<String, Value> streams = HealthEndpoint.streams(message).values();
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, Value> stream : streams.entrySet()) {
            if (vitals.streams().contains(stream.getKey()) && is(stream.getValue(), STALE)) {
                lacking.add("stream " + stream.getKey() + " is stale");
            }
        }
        // Who has stopped everything must be able to start it again through this server.
        if (streams.values().stream().noneMatch(stream -> is(stream, OK) || is(stream, STOPPED))) {
            lacking.add("no stream has fresh data");
        }
        return lacking;
    }

    private static boolean is(Value stream, Value state) {
        return ((Fields) stream).get("state").equals(Optional.of(state));
    }

    /** Everybody may know whether it is well; why it is not, which names streams, only who may look. */
    private static Response answer(Request request, String well, String unwell, List<String> reasons) {
        if (reasons.isEmpty()) {
            return Response.ok(Fields.builder().put("status", well).build());
        }
        Fields.Builder answer = Fields.builder().put("status", unwell);
        if (request.caller().mayLook()) {
            answer.put("reasons", reasons.stream().<Value>map(Value.Text::new).toList());
        }
        return Response.json(503, answer.build());
    }
}
