package io.hostpulse.broker.rest;

import java.util.Optional;

/**
 * Which form of an answer somebody wants, where there are several.
 *
 * @param type the header Accept
 * @param encoding the header Accept-Encoding
 */
public record Wanted(Optional<String> type, Optional<String> encoding) {

    /** Whatever there is. */
    public static final Wanted ANYTHING = new Wanted(Optional.empty(), Optional.empty());
}
