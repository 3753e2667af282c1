package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Json;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
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

    private final Vitals vitals;
    private final MetricsEndpoint metrics;

    ProbeEndpoints(Vitals vitals, MetricsEndpoint metrics) {
        this.vitals = vitals;
        this.metrics = metrics;
    }

    CompletionStage<Response> alive(Request request) {
        return CompletableFuture.completedStage(answer("ok", "stuck", vitals.troubles()));
    }

    CompletionStage<Response> ready(Request request) {
        List<String> troubles = vitals.troubles();
        // Who is stuck would not answer the question for the streams either.
        return troubles.isEmpty()
                ? metrics.message().thenApply(message -> answer("ready", "not_ready", lacking(Json.read(message))))
                : CompletableFuture.completedStage(answer("ready", "not_ready", troubles));
    }

    private List<String> lacking(Fields message) {
        Map<String, Value> streams = HealthEndpoint.streams(message).values();
        List<String> lacking = new ArrayList<>();
        for (Map.Entry<String, Value> stream : streams.entrySet()) {
            if (vitals.streams().contains(stream.getKey()) && is(stream.getValue(), STALE)) {
                lacking.add("stream " + stream.getKey() + " is stale");
            }
        }
        if (streams.values().stream().noneMatch(stream -> is(stream, OK))) {
            lacking.add("no stream has fresh data");
        }
        return lacking;
    }

    private static boolean is(Value stream, Value state) {
        return ((Fields) stream).get("state").equals(Optional.of(state));
    }

    private static Response answer(String well, String unwell, List<String> reasons) {
        if (reasons.isEmpty()) {
            return Response.ok(Fields.builder().put("status", well).build());
        }
        List<Value> texts = reasons.stream().<Value>map(Value.Text::new).toList();
        return Response.json(
                503,
                Fields.builder().put("status", unwell).put("reasons", texts).build());
    }
}
