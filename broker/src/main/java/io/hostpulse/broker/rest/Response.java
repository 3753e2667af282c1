package io.hostpulse.broker.rest;

import io.hostpulse.common.model.Fields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is answered.
 *
 * @param status the HTTP status
 * @param contentType what the body is
 * @param body the body, unless it comes in parts; never changed
 * @param headers what else is said, besides what every response says
 * @param parts the body, when it is too long to be held; whoever gets the response closes it
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is, and compared by nobody
public record Response(
        int status, String contentType, byte[] body, Map<String, String> headers, Optional<BodyParts> parts) {

    /** JSON objects. */
    public static final String JSON = "application/json";

    /** Copies the headers and keeps their order. */
    public Response {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * A response without headers of its own.
     *
     * @param status the HTTP status
     * @param contentType what the body is
     * @param body the body
     * @return the response
     */
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, contentType, body, Map.of(), Optional.empty());
    }

    /**
     * A body that is too long to be held, and all is well.
     *
     * @param contentType what the body is
     * @param parts makes it
     * @return the response
     */
    public static Response inParts(String contentType, BodyParts parts) {
        return new Response(200, contentType, new byte[0], Map.of(), Optional.of(parts));
    }

    /**
     * Makes its parts in another way, if it has any.
     *
     * @param other makes the other ones
     * @return the response with those
     */
    public Response withParts(UnaryOperator<BodyParts> other) {
        return new Response(status, contentType, body, headers, parts.map(other));
    }

    /**
     * A JSON object, and all is well.
     *
     * @param fields the object
     * @return the response
     */
    public static Response ok(Fields fields) {
        return json(200, fields);
    }

    /**
     * A JSON object, and all is well. Whoever has seen the same may be told so instead: its tag goes by what it is about, not by
     * times and ages, which differ each time.
     *
     * @param fields the object
     * @param about what makes it another one
     * @return the response
     */
    public static Response ok(Fields fields, Fields about) {
        return ok(fields).with("ETag", EntityTag.of(about));
    }

    /**
     * A JSON object.
     *
     * @param status the HTTP status
     * @param fields the object
     * @return the response
     */
    public static Response json(int status, Fields fields) {
        return of(status, JSON, Json.bytes(fields));
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return the response with it
     */
    public Response with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Response(status, contentType, body, more, parts);
    }
}
