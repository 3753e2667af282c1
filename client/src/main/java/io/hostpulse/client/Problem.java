package io.hostpulse.client;

import java.util.Optional;

/**
 * Something that went wrong without ending the client.
 *
 * @param code {@value #LISTENER_FAILED}, {@value #UNREADABLE_MESSAGE}, or what the broker says, such as {@code TOO_MANY_SUBSCRIPTIONS}
 * @param message what happened, for people
 * @param cause the exception behind it
 */
public record Problem(String code, String message, Optional<Throwable> cause) {

    /** A method of the listener threw. */
    public static final String LISTENER_FAILED = "LISTENER_FAILED";

    /** The broker said something that this client does not understand; the message was left out. */
    public static final String UNREADABLE_MESSAGE = "UNREADABLE_MESSAGE";
}
