package io.hostpulse.broker.feed;

import io.hostpulse.broker.json.FieldFilter;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Place;
import io.hostpulse.broker.subscription.Selection;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Gap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts a {@code monitoring_data} message together: the payloads of the newest snapshots are copied in as they are, without
 * parsing, between a few names and numbers. Used by the feed's thread.
 */
final class MessageComposer {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private static final byte[] DATA = ascii(",\"data\":{");
    private static final byte[] STREAMS = ascii("},\"streams\":{");
    private static final byte[] NO_DATA = ascii("},\"no_data\":{");
    private static final byte[] ALERTS = ascii("},\"alerts\":[");
    private static final byte[] COMMA = ascii(",");
    private static final byte[] END_OF_ALERTS = ascii("]}");
    private static final byte[] END = ascii("}}");

    private static final Selection EVERYTHING = new Selection(Subscription.unasked(List.of()));

    private final ByteBufAllocator allocator;
    private final long interval;
    private int sizeEstimate = 4096;

    MessageComposer(ByteBufAllocator allocator, Duration interval) {
        this.allocator = allocator;
        this.interval = interval.toNanos();
    }

    /** Everything there is. */
    ByteBuf compose(long tick, long now, Collection<StreamFeed> streams, Collection<byte[]> alerts) {
        return compose(tick, now, streams, alerts, EVERYTHING, cursor(streams));
    }

    /** What a group of clients wants of those streams that it wants. */
    ByteBuf compose(
            long tick,
            long now,
            Collection<StreamFeed> streams,
            Collection<byte[]> alerts,
            Selection selection,
            Cursor cursor) {
        ByteBuf out = allocator.directBuffer(sizeEstimate);
        writeHead(out, tick, cursor);
        out.writeBytes(DATA);
        writeData(out, now, streams, selection);
        out.writeBytes(STREAMS);
        writeStreams(out, now, streams);
        out.writeBytes(NO_DATA);
        writeNoData(out, now, streams);
        writeEnd(out, alerts);
        sizeEstimate = Math.max(sizeEstimate, out.readableBytes());
        return out;
    }

    /** The state of this moment, for somebody who asks between two ticks. */
    byte[] composeNow(long now, Collection<StreamFeed> streams, Collection<byte[]> alerts) {
        ByteBuf message = compose(now, now, streams, alerts);
        try {
            return ByteBufUtil.getBytes(message);
        } finally {
            message.release();
        }
    }

    /** A message that is finished already. */
    ByteBuf copy(byte[] message) {
        return allocator.directBuffer(message.length).writeBytes(message);
    }

    private static void writeEnd(ByteBuf out, Collection<byte[]> alerts) {
        if (alerts.isEmpty()) {
            out.writeBytes(END);
            return;
        }
        byte[] before = ALERTS;
        for (byte[] alert : alerts) {
            out.writeBytes(before).writeBytes(alert);
            before = COMMA;
        }
        out.writeBytes(END_OF_ALERTS);
    }

    /** Tells that records of a stream are missing and will never come. */
    ByteBuf composeGap(StreamName stream, Gap gap, long now) {
        ByteBuf out = allocator.directBuffer(256);
        write(out, GapText.live(stream, gap, now));
        return out;
    }

    private void writeHead(ByteBuf out, long tick, Cursor cursor) {
        write(out, "{\"type\":\"monitoring_data\",\"timestamp\":\"");
        write(out, Rfc3339.format(tick));
        write(out, "\",\"tick\":");
        write(out, Long.toString(tick / interval));
        // Before any stream has a record there is no place to come back to; an empty one would mean from the beginning.
        if (!cursor.places().isEmpty()) {
            write(out, ",\"cursor\":\"" + cursor.text() + '"');
        }
    }

    /** How far streams have come. */
    static Cursor cursor(Collection<StreamFeed> streams) {
        SortedMap<StreamName, Place> places = new TreeMap<>();
        for (StreamFeed stream : streams) {
            stream.newest()
                    .ifPresent(sample -> places.put(stream.name(), new Place(sample.sequence(), sample.sampleTime())));
        }
        return new Cursor(places);
    }

    private static void writeData(ByteBuf out, long now, Collection<StreamFeed> streams, Selection selection) {
        boolean first = true;
        for (StreamFeed stream : streams) {
            Optional<byte[]> data = stream.data(now);
            if (data.isPresent()) {
                writeKey(out, stream, first);
                writeWanted(out, stream, data.get(), selection);
                first = false;
            }
        }
    }

    private static void writeWanted(ByteBuf out, StreamFeed stream, byte[] data, Selection selection) {
        Optional<FieldFilter> filter = selection.filter(stream.name());
        if (filter.isPresent()) {
            filter.get().apply(stream.tree()).writeTo(out);
        } else {
            out.writeBytes(data);
        }
    }

    private static void writeStreams(ByteBuf out, long now, Collection<StreamFeed> streams) {
        boolean first = true;
        for (StreamFeed stream : streams) {
            if (stream.newest().isPresent()) {
                writeKey(out, stream, first);
                writeState(out, now, stream, stream.newest().get());
                first = false;
            }
        }
    }

    private static void writeState(ByteBuf out, long now, StreamFeed stream, Sample sample) {
        long age = Math.max(0, now - sample.sampleTime());
        write(
                out,
                "{\"sequence\":" + sample.sequence() + ",\"timestamp\":\"" + Rfc3339.format(sample.sampleTime())
                        + "\",\"age_ms\":" + age / NANOS_PER_MILLI + ",\"stale\":"
                        + stream.isStale(now) + "}");
    }

    private static void writeNoData(ByteBuf out, long now, Collection<StreamFeed> streams) {
        boolean first = true;
        for (StreamFeed stream : streams) {
            Optional<byte[]> reason = stream.noData(now);
            if (reason.isPresent()) {
                writeKey(out, stream, first);
                out.writeBytes(reason.get());
                first = false;
            }
        }
    }

    private static void writeKey(ByteBuf out, StreamFeed stream, boolean first) {
        if (!first) {
            out.writeByte(',');
        }
        out.writeByte('"');
        write(out, stream.name().value());
        out.writeByte('"').writeByte(':');
    }

    private static void write(ByteBuf out, String ascii) {
        ByteBufUtil.writeAscii(out, ascii);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
