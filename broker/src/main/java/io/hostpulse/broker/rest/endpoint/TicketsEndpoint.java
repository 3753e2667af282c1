package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.auth.Tickets;
import io.hostpulse.broker.rest.Body;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.config.Secret;
import io.hostpulse.common.model.Fields;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Gives tickets to web pages, which can put a token into no header of a WebSocket. */
final class TicketsEndpoint {

    private final Function<Caller, Optional<Secret>> tickets;

    TicketsEndpoint(Function<Caller, Optional<Secret>> tickets) {
        this.tickets = tickets;
    }

    CompletionStage<Response> issue(Request request) {
        request.query();
        if (!Body.of(request).values().isEmpty()) {
            throw ProblemException.badRequest("a ticket is what you are: the body must be empty, or {}");
        }
        Secret ticket = tickets.apply(request.caller())
                .orElseThrow(() -> new ProblemException(Problem.busy("too many tickets are out")));
        return CompletableFuture.completedStage(Response.json(
                201,
                Fields.builder()
                        .put("ticket", ticket.reveal())
                        .put("expires_in", Tickets.LIFE.toSeconds())
                        .build()));
    }
}
