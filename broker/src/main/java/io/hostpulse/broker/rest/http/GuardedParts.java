package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.BodyParts;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A long body that breaks off when its caller's token is gone: it may take hours.
 *
 * @param parts the body
 * @param gate knows who may still look
 * @param caller who gets it
 */
record GuardedParts(BodyParts parts, Gate gate, Caller caller) implements BodyParts {

    @Override
    public CompletionStage<Optional<byte[]>> next() {
        return gate.isStanding(caller)
                ? parts.next()
                : CompletableFuture.failedStage(
                        new ProblemException(Problem.of(401, "the token was revoked, changed, or has ended")));
    }

    @Override
    public void close() {
        parts.close();
    }
}
