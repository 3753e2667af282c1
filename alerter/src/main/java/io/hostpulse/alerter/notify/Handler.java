package io.hostpulse.alerter.notify;

/**
 * Sends notifications one way. It only sends and says whether to try again: waiting, retries, order, filters, grouping and
 * receipts are its caller's business. Used by one thread of its own.
 */
public interface Handler extends AutoCloseable {

    /**
     * Sends once. It may block as long as its own time-outs say, which must end within a minute in all. Text in the notification is data
     * from the machine, and the handler makes it inert for where it sends it.
     *
     * @param notification what to send
     * @return what came of it; an exception counts as {@link Outcome.TryAgain}
     */
    Outcome send(Notification notification);

    /** Releases what the handler holds. */
    @Override
    default void close() {}
}
