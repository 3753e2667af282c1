package io.hostpulse.broker.rest.dashboard;

import io.hostpulse.broker.rest.Response;
import io.hostpulse.broker.rest.Wanted;

/**
 * A file with what a browser must be told of it. Immutable.
 *
 * @param type its media type
 * @param tag tells this content from any other, in quotes
 * @param caching how long it may be kept
 * @param plain the bytes
 * @param gzip the same bytes, compressed when the dashboard was built
 */
@SuppressWarnings("ArrayRecordComponent") // sent as they are, and compared by nobody
record StaticFile(String type, String tag, String caching, byte[] plain, byte[] gzip) {

    /** No script, style or font but our own files, no frame around them, and no connection but to this server. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Names of assets hold a hash of their content: what was fetched once never changes. */
    static final String FOR_EVER = "public, max-age=31536000, immutable";

    /** The page names its assets: it is asked for each time, and answered with 304 when it is still the same. */
    static final String ASK_FIRST = "no-cache";

    /** The whole file; that a browser has it already is found by its tag, as with all answers. */
    Response response(Wanted wanted) {
        boolean isCompressed = wanted.takesGzip();
        Response response = Response.of(200, type, isCompressed ? gzip : plain)
                .with("Content-Security-Policy", POLICY)
                .with("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
                .with("Cache-Control", caching)
                .with("ETag", tag);
        return isCompressed ? response.with("Content-Encoding", "gzip") : response;
    }
}
