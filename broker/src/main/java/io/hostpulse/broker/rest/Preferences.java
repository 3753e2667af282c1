package io.hostpulse.broker.rest;

import java.util.Optional;

/**
 * What a caller says of the answer that it would like.
 *
 * @param known tags of the contents that it has already, as the header {@code If-None-Match} lists them
 * @param encodings the encodings that it understands, as the header {@code Accept-Encoding} lists them
 */
public record Preferences(Optional<String> known, Optional<String> encodings) {

    /** Nothing is known and nothing encoded. */
    public static final Preferences NONE = new Preferences(Optional.empty(), Optional.empty());
}
