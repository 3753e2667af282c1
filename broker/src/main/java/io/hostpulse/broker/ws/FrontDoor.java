package io.hostpulse.broker.ws;

import io.hostpulse.broker.compression.DeflateOffer;
import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.http.HttpFront;
import io.hostpulse.broker.rest.http.HttpRequests;
import io.hostpulse.broker.ws.frame.InboundLimits;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shakes hands with connections that ask for a WebSocket, on any path, and passes them on. Belongs to the front's thread. */
final class FrontDoor implements HttpFront.Upgrade {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Gate gate;
    private final Supplier<InboundLimits> limits;
    private final BooleanSupplier compresses;
    private final Reception reception;

    FrontDoor(Gate gate, Supplier<InboundLimits> limits, BooleanSupplier compresses, Reception reception) {
        this.gate = gate;
        this.limits = limits;
        this.compresses = compresses;
        this.reception = reception;
    }

    @Override
    public void upgrade(ChannelHandlerContext context, FullHttpRequest request) {
        try {
            HttpRequests.check(request);
            Caller caller = gate.admit(HttpRequests.visitForWebSocket(context.channel(), request));
            if (!caller.mayLook()) {
                throw new ProblemException(caller.refusal());
            }
            Handshake.refusal(request)
                    .ifPresentOrElse(problem -> refuse(context, problem), () -> shakeHands(context, request, caller));
        } catch (ProblemException e) {
            refuse(context, e.problem());
        } catch (WebSocketHandshakeException e) {
            refuse(context, Problem.of(400, "this is no WebSocket handshake: " + e.getMessage()));
        } finally {
            request.release();
        }
    }

    private static void refuse(ChannelHandlerContext context, Problem problem) {
        LOG.info("{} asks for a WebSocket in a wrong way: {}", context.channel().remoteAddress(), problem.detail());
        HttpFront.refuse(context, problem);
    }

    private void shakeHands(ChannelHandlerContext context, FullHttpRequest request, Caller caller) {
        Optional<String> extension = compresses.getAsBoolean()
                ? DeflateOffer.accept(request.headers().getAll(HttpHeaderNames.SEC_WEBSOCKET_EXTENSIONS))
                : Optional.empty();
        new Handshaker(limits.get(), extension)
                .handshake(context.channel(), request)
                .addListener(done -> {
                    if (done.isSuccess()) {
                        context.pipeline().remove(context.handler());
                        reception.receive(context.channel(), caller, extension.isPresent());
                    }
                });
    }
}
