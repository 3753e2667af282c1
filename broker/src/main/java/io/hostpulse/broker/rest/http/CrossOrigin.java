package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Gate;
import io.hostpulse.broker.rest.Response;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/**
 * Tells browsers what pages of other servers may do (CORS): nothing, unless the configuration names them. Cookies are never allowed; there
 * are none. Thread-safe.
 *
 * @param gate knows which pages are allowed
 */
record CrossOrigin(Gate gate) {

    /** Long enough that a page does not ask before every order, short enough that a change of the configuration is felt. */
    private static final String SECONDS = "600";

    /** Whether a browser asks what a page may do. */
    static boolean isPreflight(HttpRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaderNames.ORIGIN)
                && request.headers().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /** What a browser is answered; the page itself was looked at before. */
    static Response preflight(HttpRequest request) {
        Response answer = Response.of(204, "", new byte[0])
                .with("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE")
                .with("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match")
                .with("Access-Control-Max-Age", SECONDS);
        // A page of the internet that asks something of this machine needs this too.
        return request.headers().contains("Access-Control-Request-Private-Network")
                ? answer.with("Access-Control-Allow-Private-Network", "true")
                : answer;
    }

    /** Lets the page that asked read the answer, if it is allowed to. */
    Response shared(HttpHeaders request, Response response) {
        return Optional.ofNullable(request.get(HttpHeaderNames.ORIGIN))
                .filter(gate::isAllowed)
                .map(origin -> response.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Expose-Headers", "ETag, Link, Location, Retry-After")
                        .with("Cross-Origin-Resource-Policy", "cross-origin")
                        .with("Vary", "Origin, Accept-Encoding"))
                .orElse(response);
    }
}
