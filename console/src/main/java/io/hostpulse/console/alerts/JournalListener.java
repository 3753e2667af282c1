package io.hostpulse.console.alerts;

/** Takes what the stream {@code alerts} tells, oldest first. */
interface JournalListener {

    /**
     * An alert changed.
     *
     * @param change how
     */
    void onChange(Change change);

    /**
     * A handler is done with a notification.
     *
     * @param delivery what became of it
     */
    default void onDelivery(Delivery delivery) {}

    /**
     * Something that a person asked for was done.
     *
     * @param demand what it was
     */
    default void onDemand(Demand demand) {}
}
