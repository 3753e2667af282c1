package io.hostpulse.client;

import io.hostpulse.client.message.AlertChange;
import io.hostpulse.client.message.Gap;
import io.hostpulse.client.message.Snapshot;
import io.hostpulse.client.message.Subscribed;
import io.hostpulse.client.message.Welcome;
import java.time.Duration;
import java.util.List;

/**
 * What an application hears. All methods are called by one thread of the client, one after the other, in the order in which things
 * happened; none has to be implemented.
 *
 * <p>A method that throws loses the message that it was given and nothing else: {@link #error} is told, and the next message comes.
 *
 * <p>A method that takes its time delays the following ones. Up to 64 messages wait in memory; then the client reads nothing more until half
 * of them are taken, and logs a warning. The broker first skips messages, and tells how many ({@link #skipped}), or keeps them all when the
 * client said {@code since}. After its {@code idle_timeout} (40 s) without an answer it drops the connection. When the method returns, the
 * client hears of that ({@link #disconnected}), comes back, and goes on where it was.
 */
public interface Listener {

    /**
     * A connection was made; the first one, or another.
     *
     * @param welcome what the broker says of itself
     */
    default void connected(Welcome welcome) {}

    /**
     * The broker has understood what is wanted. Snapshots follow.
     *
     * @param subscribed what it understood
     */
    default void subscribed(Subscribed subscribed) {}

    /** Everything that was missed is still there and follows now. After {@link #subscribed}, when something was to be sent again. */
    default void recovered() {}

    /**
     * A part of what was missed is lost; what is left follows now.
     *
     * @param reasons what is lost, a text for each stream
     */
    default void notRecovered(List<String> reasons) {}

    /**
     * The machine at one moment.
     *
     * @param snapshot the newest record of every stream
     */
    default void snapshot(Snapshot snapshot) {}

    /**
     * An alert has changed. Told to those who subscribed to alerts. What happened while there was no connection is not told again:
     * {@link Snapshot#alerts} has those that are on.
     *
     * @param change what happened
     */
    default void alert(AlertChange change) {}

    /**
     * Records of a stream will never come.
     *
     * @param gap which, and why
     */
    default void gap(Gap gap) {}

    /**
     * The broker left messages out because this client did not take them in time. The next snapshot is the newest.
     *
     * @param messages how many
     */
    default void skipped(long messages) {}

    /**
     * Something went wrong, and the client goes on.
     *
     * @param problem what
     */
    default void error(Problem problem) {}

    /**
     * The connection is lost, or could not be made. The client comes back by itself.
     *
     * @param reason why, for people
     * @param retryIn when it tries again
     */
    default void disconnected(String reason, Duration retryIn) {}

    /**
     * It is over: {@link HostpulseClient#close} was called, or the broker refuses this client for good. Nothing is called after this.
     *
     * @param reason why, for people
     */
    default void closed(String reason) {}
}
