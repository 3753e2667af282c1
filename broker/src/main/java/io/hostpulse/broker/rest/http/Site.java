package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Target;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.FullHttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that is answered over HTTP: who may ask, who answers, and what becomes of a failure. Thread-safe.
 *
 * @param gate who may ask
 * @param endpoints who answers
 */
public record Site(Gate gate, Endpoint endpoints) {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** Never fails: a failure becomes a problem document. */
    CompletionStage<Response> answer(Channel channel, FullHttpRequest request) {
        try {
            HttpRequests.check(request);
            Target target = Target.parse(request.uri());
            Request admitted = HttpRequests.of(
                    request, target, gate.admit(HttpRequests.visit(channel, request, target.authority())));
            return endpoints.answer(admitted).exceptionally(failure -> failed(request, failure));
        } catch (RuntimeException e) {
            return CompletableFuture.completedStage(failed(request, e));
        }
    }

    private static Response failed(FullHttpRequest request, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ProblemException problem) {
            return problem.problem().response();
        }
        LOG.warn("{} {} failed", request.method(), request.uri(), cause);
        return Problem.of(500, "this went wrong inside Hostpulse; the broker's log says how")
                .response();
    }
}
