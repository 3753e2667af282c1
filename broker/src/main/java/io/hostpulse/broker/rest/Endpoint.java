package io.hostpulse.broker.rest;

import java.util.concurrent.CompletionStage;

/** Answers one kind of request. Called by the thread of the connections, so it never waits: what takes long goes to the desk. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers a request.
     *
     * @param request a request whose method and path are this endpoint's
     * @return the response, now or later; may be completed by any thread
     * @throws ProblemException when the request is wrong
     */
    CompletionStage<Response> answer(Request request);
}
