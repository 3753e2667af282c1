package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Response;
import io.hostpulse.common.auth.Role;
import io.hostpulse.common.model.Fields;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells people who they are here, so that a page need not offer what would be refused. It grants nothing. */
final class MeEndpoint {

    CompletionStage<Response> me(Request request) {
        request.query();
        Caller caller = request.caller();
        Fields.Builder me = Fields.builder()
                .put("name", caller.author().name())
                .put("role", caller.role().map(Role::label).orElse("none"))
                .put("token", caller.token().isPresent());
        if (!caller.mayOrder()) {
            me.put("reason", caller.refusal().detail());
        }
        return CompletableFuture.completedStage(Response.ok(me.build()));
    }
}
