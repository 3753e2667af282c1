package io.hostpulse.broker.rest;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;

/** The few pages there are. Stateless, so any thread may use it. */
public final class Pages {

    private static final String LANDING = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>Hostpulse</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
              :root { color-scheme: light dark }
              body { font: 16px/1.6 system-ui, sans-serif; max-width: 42rem; margin: 12vh auto; padding: 0 1.5rem }
              h1 { font-weight: 600; letter-spacing: -.02em }
              code { background: color-mix(in srgb, currentColor 8%, transparent); padding: .1em .35em; border-radius: .3em }
              li { margin: .4em 0 }
            </style>
            </head>
            <body>
            <h1>Hostpulse is running</h1>
            <p>Live data is one WebSocket away, on this port and any path. Look at it with:</p>
            <ul>
              <li><code>./scripts/hostpulse status</code> – processes, streams and how far everyone is</li>
              <li><code>./scripts/hostpulse tail processor -f</code> – a stream as it is written</li>
              <li><code>new WebSocket("ws://" + location.host)</code> – in this page's console</li>
              <li><a href="/healthz"><code>/healthz</code></a> – for probes</li>
            </ul>
            </body>
            </html>
            """;

    /**
     * Answers a request that is no WebSocket handshake.
     *
     * @param request any request
     * @return the response, without the headers that concern the connection
     */
    public FullHttpResponse respond(FullHttpRequest request) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            return problem(HttpResponseStatus.METHOD_NOT_ALLOWED, "only GET and HEAD are understood here");
        }
        return switch (new QueryStringDecoder(request.uri()).rawPath()) {
            case "/" -> response(HttpResponseStatus.OK, "text/html; charset=utf-8", LANDING);
            case "/healthz" -> response(HttpResponseStatus.OK, "application/json", "{\"status\":\"ok\"}\n");
            default -> problem(HttpResponseStatus.NOT_FOUND, "there is no such page; begin at /");
        };
    }

    private static FullHttpResponse problem(HttpResponseStatus status, String detail) {
        String document = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}%n"
                .formatted(status.reasonPhrase(), status.code(), detail);
        return response(status, "application/problem+json", document);
    }

    private static FullHttpResponse response(HttpResponseStatus status, String type, String body) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, type)
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'");
        return response;
    }
}
