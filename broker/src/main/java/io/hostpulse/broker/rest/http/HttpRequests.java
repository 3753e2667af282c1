package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Caller;
import io.hostpulse.broker.rest.Problem;
import io.hostpulse.broker.rest.ProblemException;
import io.hostpulse.broker.rest.Request;
import io.hostpulse.broker.rest.Target;
import io.hostpulse.broker.rest.Visit;
import io.hostpulse.broker.rest.Wanted;
import io.hostpulse.common.config.Secret;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes our requests of Netty's. */
public final class HttpRequests {

    private HttpRequests() {}

    /**
     * Refuses what the decoder could not make sense of, and what lacks what every request has.
     *
     * @param request as it was decoded
     * @throws ProblemException when it cannot be answered
     */
    public static void check(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            throw new ProblemException(undecodable(request.decoderResult().cause()));
        }
        if (!isSpoken(request)) {
            throw new ProblemException(Problem.of(505, "only HTTP/1.1 and HTTP/1.0 are spoken here"));
        }
        boolean isModern = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (isModern && request.headers().getAll(HttpHeaderNames.HOST).size() != 1) {
            throw ProblemException.badRequest("a request needs one Host header");
        }
    }

    /** Whether it is a version of HTTP that is understood here. */
    static boolean isSpoken(FullHttpRequest request) {
        return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
                || request.protocolVersion().equals(HttpVersion.HTTP_1_0);
    }

    private static Problem undecodable(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of(414, "the address is longer than 4 KB");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of(431, "the headers are longer than 8 KB");
        }
        return Problem.of(400, cause instanceof DecoderException ? "this is no HTTP" : "this is no HTTP request");
    }

    static Request of(FullHttpRequest request, Target target, Caller caller) {
        boolean isHead = request.method().equals(HttpMethod.HEAD);
        return new Request(
                isHead ? "GET" : request.method().name(),
                target,
                Optional.ofNullable(request.headers().get(HttpHeaderNames.CONTENT_TYPE)),
                wanted(request.headers()),
                ByteBufUtil.getBytes(request.content()),
                caller,
                Map.of());
    }

    static Wanted wanted(HttpHeaders headers) {
        return new Wanted(
                list(headers.getAll(HttpHeaderNames.ACCEPT)), list(headers.getAll(HttpHeaderNames.ACCEPT_ENCODING)));
    }

    /** Several headers of one name are one list. */
    private static Optional<String> list(List<String> values) {
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /**
     * Tells who sends a request.
     *
     * @param channel its connection
     * @param request the request
     * @param authority the host that its target names, if it does
     * @return what is known
     */
    static Visit visit(Channel channel, HttpRequest request, Optional<String> authority) {
        return visit(channel, request, authority, Credentials.inHeader(request.headers()), Optional.empty());
    }

    /**
     * Tells who asks for a WebSocket. What is presented is taken out of the request, so that nothing else sees it.
     *
     * @param channel its connection
     * @param request the handshake
     * @return what is known
     * @throws ProblemException when its address is none
     */
    public static Visit visitForWebSocket(Channel channel, HttpRequest request) {
        Target target = Target.parse(request.uri());
        Optional<Secret> token = Credentials.inHeader(request.headers());
        Optional<Secret> offered = Credentials.takeFromSubprotocols(request.headers());
        Optional<Secret> ticket =
                Optional.ofNullable(target.query().get("ticket")).map(Secret::new);
        return visit(channel, request, target.authority(), token.or(() -> offered), ticket);
    }

    private static Visit visit(
            Channel channel,
            HttpRequest request,
            Optional<String> authority,
            Optional<Secret> token,
            Optional<Secret> ticket) {
        HttpHeaders headers = request.headers();
        // A target that names a host counts instead of the header.
        List<String> hosts = authority.map(List::of).orElseGet(() -> headers.getAll(HttpHeaderNames.HOST));
        boolean forwarded = headers.contains("Forwarded") || headers.contains("X-Forwarded-For");
        return new Visit(
                peer(channel),
                new ArrayList<>(hosts),
                Optional.ofNullable(headers.get(HttpHeaderNames.ORIGIN)),
                forwarded,
                token,
                ticket);
    }

    static InetAddress peer(Channel channel) {
        return ((InetSocketAddress) channel.remoteAddress()).getAddress();
    }
}
