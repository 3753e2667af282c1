package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Response;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** What of an answer is sent: nothing that the client has already, and compressed if the client can undo it. Stateless. */
final class Representation {

    /** What fits into one packet gains nothing by it. */
    private static final int LEAST_COMPRESSED = 1400;

    private Representation() {}

    /** An answer without a body, when the client has this one. */
    static Response unlessKnown(HttpHeaders request, Response response) {
        String tag = response.headers().get("ETag");
        if (response.status() != 200 || tag == null || !holds(request.get(HttpHeaderNames.IF_NONE_MATCH, ""), tag)) {
            return response;
        }
        return new Response(304, "", new byte[0], response.headers(), Optional.empty());
    }

    // Weakly, as RFC 9110 wants it here.
    private static boolean holds(String known, String tag) {
        return known.strip().equals("*")
                || Arrays.stream(known.split(",")).map(Representation::opaque).anyMatch(opaque(tag)::equals);
    }

    private static String opaque(String tag) {
        String stripped = tag.strip();
        return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }

    /** Whether compressing is worth it, and understood. */
    static boolean isToBeCompressed(HttpHeaders request, Response response) {
        return response.body().length >= LEAST_COMPRESSED
                && !response.headers().containsKey("Content-Encoding")
                && HttpRequests.wanted(request).takesGzip();
    }

    static Response compressed(Response response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new Response(
                        response.status(),
                        response.contentType(),
                        bytes.toByteArray(),
                        response.headers(),
                        Optional.empty())
                .with("Content-Encoding", "gzip");
    }
}
