package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Response;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Makes Netty's responses of ours. */
final class HttpResponses {

    /** A page has its own style in it, and talks to this server only. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";

    /** What is no page does nothing at all, should a browser show it as one. */
    private static final String DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private HttpResponses() {}

    static FullHttpResponse of(Response response, boolean keepAlive) {
        FullHttpResponse made = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        addHeaders(made, response);
        // A response without a body of its own speaks of the one that the caller has: its length would be taken for
        // that one's.
        if (response.status() != HttpResponseStatus.NOT_MODIFIED.code()) {
            HttpUtil.setContentLength(made, response.body().length);
        }
        HttpUtil.setKeepAlive(made, keepAlive);
        return made;
    }

    /** What stands before a body that comes in parts; without chunks it ends with the connection. */
    static HttpResponse beginning(Response response, boolean inChunks, boolean keepAlive) {
        HttpResponse made =
                new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(response.status()));
        addHeaders(made, response);
        HttpUtil.setTransferEncodingChunked(made, inChunks);
        HttpUtil.setKeepAlive(made, keepAlive);
        return made;
    }

    private static void addHeaders(HttpResponse made, Response response) {
        made.headers()
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set(HttpHeaderNames.VARY, "Accept-Encoding")
                .set("X-Content-Type-Options", "nosniff")
                .set("X-Frame-Options", "DENY")
                .set("Referrer-Policy", "no-referrer")
                .set("Content-Security-Policy", policy(response.contentType()))
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        response.headers().forEach(made.headers()::set);
        if (!response.contentType().isEmpty()) {
            made.headers().set(HttpHeaderNames.CONTENT_TYPE, response.contentType());
        }
    }

    private static String policy(String contentType) {
        return contentType.startsWith("text/html") ? PAGE_POLICY : DATA_POLICY;
    }
}
