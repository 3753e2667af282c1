package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Response;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

/** Makes Netty's responses of ours. */
final class HttpResponses {

    private HttpResponses() {}

    static FullHttpResponse of(Response response, boolean keepAlive) {
        FullHttpResponse made = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(response.status()),
                Unpooled.wrappedBuffer(response.body()));
        made.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, response.contentType())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; connect-src 'self'")
                .set("Cross-Origin-Resource-Policy", "same-origin");
        response.headers().forEach(made.headers()::set);
        // A response without a body of its own speaks of the one that the caller has: its length would be taken for
        // that one's.
        if (response.status() != HttpResponseStatus.NOT_MODIFIED.code()) {
            HttpUtil.setContentLength(made, response.body().length);
        }
        HttpUtil.setKeepAlive(made, keepAlive);
        return made;
    }
}
