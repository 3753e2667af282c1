package io.hostpulse.broker.fanout;

import io.hostpulse.broker.feed.GroupMessage;
import io.netty.buffer.ByteBuf;
import java.util.function.Consumer;

/** One message on its way to the members of its group. Belongs to the loop's thread. */
final class Delivery implements AutoCloseable {

    private final GroupMessage message;
    private final Frames frames;
    private final Consumer<Client> fallBack;
    private int sent;
    private long bytes;
    private int skipped;

    /**
     * Takes a message over.
     *
     * @param message the message
     * @param fallBack helps those who are promised every record and cannot be sent this one
     */
    Delivery(GroupMessage message, Consumer<Client> fallBack) {
        this.message = message;
        this.frames = new Frames(message);
        this.fallBack = fallBack;
    }

    void to(Client client) {
        Following following = client.following();
        if (!client.wantsMessages() || following.isPast(message.cut())) {
            return;
        }
        boolean isBusy = client.isBusy();
        Frames.Form form = frames.formFor(following.needsKey());
        if (following.isExact()) {
            toExact(client, isBusy ? Frames.Form.NONE : form);
        } else if (isBusy) {
            client.skip();
            skipped++;
            following.missed();
        } else if (form != Frames.Form.NONE) {
            send(client, form);
        } else {
            // Not for a newcomer, who has missed nothing yet.
            client.skipAgain();
            message.group().wantKey();
        }
    }

    private void toExact(Client client, Frames.Form form) {
        if (form == Frames.Form.NONE || !client.following().isFollowedBy(message.cut())) {
            fallBack.accept(client);
        } else {
            send(client, form);
        }
    }

    private void send(Client client, Frames.Form form) {
        client.following().sent(message.cut());
        if (client.skipped() == 0) {
            send(client, frames.frame(form, client.deflates()));
        } else {
            ByteBuf own = frames.withSkipped(client.skipped());
            send(client, own);
            own.release();
        }
    }

    private void send(Client client, ByteBuf frame) {
        sent++;
        bytes += frame.readableBytes();
        client.send(frame);
    }

    /** Shows what became of it. */
    void count(AudienceStats stats, long nanos) {
        stats.broadcast(sent, bytes, skipped, nanos);
    }

    @Override
    public void close() {
        frames.release();
        message.release();
    }
}
