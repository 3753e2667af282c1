package io.hostpulse.client.message;

/** What a broker says. Message types that this version does not know are {@link Other}. */
public sealed interface Message
        permits Welcome, Subscribed, Snapshot, Gap, AlertChange, Goodbye, ServerError, Message.Other {

    /**
     * Something that nobody here needs, or that a newer broker says.
     *
     * @param type its type
     */
    record Other(String type) implements Message {}
}
