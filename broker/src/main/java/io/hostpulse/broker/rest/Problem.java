package io.hostpulse.broker.rest;

import io.hostpulse.common.model.Fields;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why there is no answer, as a problem document of RFC 9457.
 *
 * @param status the HTTP status
 * @param detail what happened, to what, and what to do; for people
 * @param headers what else belongs into the response
 */
public record Problem(int status, String detail, Map<String, String> headers) {

    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(414, "URI Too Long"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(417, "Expectation Failed"),
            Map.entry(421, "Misdirected Request"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(505, "HTTP Version Not Supported"));

    /** Whoever comes too early may come again then. */
    private static final String SOON = "1";

    /** Copies the headers and keeps their order. */
    public Problem {
        headers = Map.copyOf(new LinkedHashMap<>(headers));
    }

    /**
     * A problem without headers of its own.
     *
     * @param status the HTTP status
     * @param detail what happened
     * @return the problem
     */
    public static Problem of(int status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /**
     * Something that will be better in a moment.
     *
     * @param detail what happened
     * @return the problem, with the advice to come again
     */
    public static Problem busy(String detail) {
        return new Problem(503, detail, Map.of("Retry-After", SOON));
    }

    /**
     * Something that somebody does too often.
     *
     * @param detail what
     * @param seconds when it may be done again
     * @return the problem, with the advice to wait
     */
    public static Problem tooMany(String detail, int seconds) {
        return new Problem(
                429, detail + ": try again in " + seconds + " s", Map.of("Retry-After", Integer.toString(seconds)));
    }

    /**
     * Names the status.
     *
     * @return its phrase
     */
    public String title() {
        return TITLES.getOrDefault(status, "Error");
    }

    /**
     * Makes the document.
     *
     * @return the response
     */
    public Response response() {
        Fields document = Fields.builder()
                .put("type", "about:blank")
                .put("title", title())
                .put("status", status)
                .put("detail", detail)
                .build();
        Response response = Response.of(status, "application/problem+json", Json.bytes(document));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return response;
    }
}
