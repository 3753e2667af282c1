package io.hostpulse.broker.rest;

import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;

/** Reads the bodies of requests. */
public final class Body {

    private Body() {}

    /**
     * Reads a request's body.
     *
     * @param request the request
     * @return its fields; none when it has no body
     * @throws ProblemException when it is no JSON object
     */
    public static Fields of(Request request) {
        if (request.body().length == 0) {
            return Fields.NONE;
        }
        try {
            return Json.read(request.body());
        } catch (RecordFormatException e) {
            throw ProblemException.badRequest(
                    "the body must be one JSON object in UTF-8, without a name that comes twice");
        }
    }

    /**
     * Reads a request's body and adds what its path says.
     *
     * @param request the request
     * @param name a field that only the path may say
     * @param value its value
     * @return the fields
     * @throws ProblemException when the body is no JSON object, or says the same
     */
    public static Fields with(Request request, String name, String value) {
        return with(of(request), name, new Value.Text(value));
    }

    /**
     * Adds what a path says.
     *
     * @param body the body
     * @param name a field that only the path may say
     * @param value its value
     * @return the fields
     * @throws ProblemException when the body says the same
     */
    public static Fields with(Fields body, String name, Value value) {
        if (body.get(name).isPresent()) {
            throw ProblemException.badRequest("'" + name + "' stands in the address, not in the body");
        }
        Fields.Builder fields = Fields.builder().put(name, value);
        body.values().forEach(fields::put);
        return fields.build();
    }
}
