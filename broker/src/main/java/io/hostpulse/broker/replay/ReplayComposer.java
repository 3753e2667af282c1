package io.hostpulse.broker.replay;

import io.hostpulse.broker.fanout.TextFrame;
import io.hostpulse.broker.feed.GapText;
import io.hostpulse.broker.feed.Sample;
import io.hostpulse.broker.json.FieldFilter;
import io.hostpulse.broker.json.JsonScanner;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Place;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.queue.Gap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes messages of records that come in the order of time. Those of one tick share a message, as live ones do; a second one of the same
 * stream begins another message, unless only the newest is wanted. Used by the replaying thread.
 */
final class ReplayComposer {

    private final Group group;
    private final ByteBufAllocator allocator;
    private final long interval;
    private final SortedMap<StreamName, Place> places = new TreeMap<>();
    private final Map<StreamName, Sample> pending = new LinkedHashMap<>();
    private long pendingTick;

    ReplayComposer(Group group, ByteBufAllocator allocator, long interval) {
        this.group = group;
        this.allocator = allocator;
        this.interval = interval;
    }

    /** From here on this stream is part of every cursor. */
    void begin(StreamName stream, Place place) {
        places.put(stream, place);
    }

    void record(StreamName stream, Sample sample, ByteBuf frames) {
        long span = interval * group.subscription().every();
        long tick = -Math.floorDiv(-sample.sampleTime(), span) * span;
        boolean isAnother = pending.containsKey(stream) && !group.subscription().isSampledDown();
        if (tick != pendingTick || isAnother) {
            flush(frames);
        }
        pendingTick = tick;
        pending.put(stream, sample);
        places.put(stream, new Place(sample.sequence(), sample.sampleTime()));
    }

    void missing(StreamName stream, Gap gap, Place behind, long now, ByteBuf frames) {
        flush(frames);
        places.put(stream, behind);
        append(frames, GapText.replayed(stream, gap, now));
    }

    private void append(ByteBuf frames, String message) {
        ByteBuf bytes = allocator.buffer(message.length());
        bytes.writeCharSequence(message, StandardCharsets.US_ASCII);
        TextFrame.append(frames, bytes);
        bytes.release();
    }

    void flush(ByteBuf frames) {
        if (pending.isEmpty()) {
            return;
        }
        ByteBuf message = allocator.buffer();
        ascii(
                message,
                "{\"type\":\"monitoring_data\",\"replayed\":true,\"timestamp\":\"" + Rfc3339.format(pendingTick)
                        + "\",\"tick\":" + pendingTick / interval + ",\"cursor\":\"" + new Cursor(places).text()
                        + "\",\"data\":{");
        payloads(message, true);
        ascii(message, "},\"streams\":{");
        String separator = "";
        for (Map.Entry<StreamName, Sample> entry : pending.entrySet()) {
            ascii(
                    message,
                    separator + "\"" + entry.getKey() + "\":{\"sequence\":"
                            + entry.getValue().sequence() + ",\"timestamp\":\""
                            + Rfc3339.format(entry.getValue().sampleTime()) + "\"}");
            separator = ",";
        }
        ascii(message, "},\"no_data\":{");
        payloads(message, false);
        ascii(message, "}}");
        TextFrame.append(frames, message);
        message.release();
        pending.clear();
    }

    private void payloads(ByteBuf out, boolean withData) {
        String separator = "";
        for (Map.Entry<StreamName, Sample> entry : pending.entrySet()) {
            Sample sample = entry.getValue();
            if (sample.hasData() == withData) {
                ascii(out, separator + "\"" + entry.getKey() + "\":");
                separator = ",";
                payload(out, entry.getKey(), sample);
            }
        }
    }

    private void payload(ByteBuf out, StreamName stream, Sample sample) {
        Optional<FieldFilter> filter = group.selection().filter(stream);
        if (filter.isPresent() && sample.hasData()) {
            filter.get().apply(JsonScanner.scan(sample.payload())).writeTo(out);
        } else {
            out.writeBytes(sample.payload());
        }
    }

    private static void ascii(ByteBuf out, String text) {
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }
}
