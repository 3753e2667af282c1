package io.hostpulse.client.message;

import java.util.Optional;

/**
 * The broker did not do what it was asked.
 *
 * @param code such as {@code INVALID_ARGUMENT}; docs/PROTOCOL.md has them all
 * @param message why, for people
 * @param id the number of the message that it answers
 */
public record ServerError(String code, String message, Optional<Long> id) implements Message {}
