package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.auth.AddressBudget;
import io.hostpulse.broker.auth.AuditLog;
import io.hostpulse.broker.control.BusyException;
import io.hostpulse.broker.control.Desk;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Endpoint;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Target;
import io.hostpulse.broker.rest.Visit;
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
 * @param budget how often an address may ask
 * @param audit where refused orders are written down
 * @param desk where answers are compressed
 */
public record Site(Gate gate, Endpoint endpoints, AddressBudget budget, AuditLog audit, Desk desk) {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** Never fails: a failure becomes a problem document. */
    CompletionStage<Response> answer(Channel channel, FullHttpRequest request) {
        return found(channel, request)
                .exceptionally(failure -> failed(request, failure))
                .thenCompose(response -> represented(request, response))
                .thenApply(response -> new CrossOrigin(gate).shared(request.headers(), response));
    }

    private CompletionStage<Response> found(Channel channel, FullHttpRequest request) {
        try {
            int wait = budget.spend(HttpRequests.peer(channel));
            if (wait > 0) {
                throw new ProblemException(Problem.tooMany("too many requests come from your address", wait));
            }
            HttpRequests.check(request);
            Target target = Target.parse(request.uri());
            Visit visit = HttpRequests.visit(channel, request, target.authority());
            if (CrossOrigin.isPreflight(request)) {
                gate.check(visit);
                return CompletableFuture.completedStage(CrossOrigin.preflight(request));
            }
            return asked(request, target, gate.admit(visit));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Response> asked(FullHttpRequest request, Target target, Caller caller) {
        try {
            return endpoints
                    .answer(HttpRequests.of(request, target, caller))
                    .thenApply(response -> response.withParts(parts -> new GuardedParts(parts, gate, caller)));
        } catch (ProblemException e) {
            if (e.problem().status() == 403) {
                String path = "/" + String.join("/", target.segments());
                audit.note(caller.author(), request.method() + " " + path, "", "denied", e.getMessage());
            }
            throw e;
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

    // Not on the thread of the connections, which has others to serve; when the desk is full, it is sent as it is.
    private CompletionStage<Response> represented(FullHttpRequest request, Response response) {
        Response wanted = Representation.unlessKnown(request.headers(), response);
        if (!Representation.isToBeCompressed(request.headers(), wanted)) {
            return CompletableFuture.completedStage(wanted);
        }
        try {
            return desk.ask(() -> Representation.compressed(wanted));
        } catch (BusyException e) {
            return CompletableFuture.completedStage(wanted);
        }
    }
}
