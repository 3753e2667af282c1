package io.hostpulse.broker.rest;

import java.util.Map;
import java.util.Optional;

/**
 * What is asked.
 *
 * @param method the method in capitals; never {@code HEAD}, which is a {@code GET} whose body is not sent
 * @param target the path and the query
 * @param contentType what the body is, as its sender says
 * @param body the body; never changed
 * @param caller who asks
 * @param places what stands in the path where its template has names
 * @param preferences what the caller would like
 */
@SuppressWarnings("ArrayRecordComponent") // read once, and compared by nobody
public record Request(
        String method,
        Target target,
        Optional<String> contentType,
        byte[] body,
        Caller caller,
        Map<String, String> places,
        Preferences preferences) {

    /** Copies the map. */
    public Request {
        places = Map.copyOf(places);
    }

    Request at(Map<String, String> found) {
        return new Request(method, target, contentType, body, caller, found, preferences);
    }

    /**
     * Asks for a part of the path.
     *
     * @param name its name in the template
     * @return what stands there, decoded
     */
    public String place(String name) {
        return places.get(name);
    }

    /**
     * Reads the query.
     *
     * @param known the parameters that there are
     * @return the query
     * @throws ProblemException when there is another one
     */
    public Query query(String... known) {
        return new Query(target.query(), known);
    }
}
