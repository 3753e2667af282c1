package io.hostpulse.broker.feed;

import io.hostpulse.broker.compression.MessageDeflater;
import io.hostpulse.broker.json.Delta;
import io.hostpulse.broker.subscription.Cursor;
import io.hostpulse.broker.subscription.Selection;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The tools with which messages for groups are made. Used by the feed's thread. */
final class GroupComposer {

    private final MessageComposer composer;
    private final MessageDeflater deflater;
    private final long interval;

    GroupComposer(MessageComposer composer, MessageDeflater deflater, Duration interval) {
        this.composer = composer;
        this.deflater = deflater;
        this.interval = interval.toNanos();
    }

    long tickNumber(Moment moment) {
        return moment.tick() / interval;
    }

    /** Only those streams that a selection includes. */
    Moment part(Moment moment, Selection selection) {
        List<StreamFeed> streams = moment.streams().stream()
                .filter(stream -> selection.includes(stream.name()))
                .toList();
        return new Moment(moment.tick(), moment.now(), streams, moment.alerts());
    }

    ByteBuf full(Moment moment, Selection selection, Cursor cursor) {
        return composer.compose(moment.tick(), moment.now(), moment.streams(), moment.alerts(), selection, cursor);
    }

    /** The message that says what has changed in the one before. */
    ByteBuf delta(Delta delta) {
        ByteBuf out = composer.copy("{\"type\":\"monitoring_data\",\"delta\":true".getBytes(StandardCharsets.US_ASCII));
        delta.changed().members().forEach((name, value) -> {
            writeName(out, name);
            value.writeTo(out);
        });
        if (!delta.removed().isEmpty()) {
            writeName(out, "removed");
            writeWays(out, delta.removed());
        }
        return out.writeByte('}');
    }

    private static void writeName(ByteBuf out, String name) {
        out.writeByte(',').writeByte('"');
        out.writeCharSequence(name, StandardCharsets.UTF_8);
        out.writeByte('"').writeByte(':');
    }

    private static void writeWays(ByteBuf out, List<List<String>> ways) {
        String separator = "[[\"";
        for (List<String> way : ways) {
            out.writeCharSequence(separator + String.join("\",\"", way) + "\"]", StandardCharsets.UTF_8);
            separator = ",[\"";
        }
        out.writeByte(']');
    }

    /** Takes the buffer over. */
    Encoded encode(ByteBuf plain, boolean compress) {
        return new Encoded(plain, compress ? deflater.deflate(plain) : Optional.empty());
    }
}
