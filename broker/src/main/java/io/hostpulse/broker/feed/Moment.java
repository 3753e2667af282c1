package io.hostpulse.broker.feed;

import java.util.Collection;

/**
 * All that is known when messages are due.
 *
 * @param tick the moment they are about, epoch nanoseconds
 * @param now the present, epoch nanoseconds
 * @param streams the streams
 * @param alerts those that are on, each as a JSON object
 */
record Moment(long tick, long now, Collection<StreamFeed> streams, Collection<byte[]> alerts) {}
