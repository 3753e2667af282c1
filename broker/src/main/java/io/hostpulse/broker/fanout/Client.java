package io.hostpulse.broker.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;

/**
 * One connected client. Belongs to its event loop's thread.
 *
 * <p>A client that has not yet taken its last message gets none on top of it: it is skipped, and the next message it can take
 * says how many it missed. So the broker never holds more than one message for it, however slowly it reads.
 */
public final class Client {

    private final Channel channel;

    /** Kept beside its channel, which is a large object, so that a broadcast to thousands need not touch that one. */
    private final Channel.Unsafe unsafe;

    private final Outlet outlet;
    private final boolean deflates;
    private final Following following = new Following();
    private boolean alerted;
    private boolean closing;
    private int waitingAlerts;
    private long skipped;
    private long lastHeard;
    private long lastPing;
    private long stalledSince;
    private Object stalledAt;
    private long stalledProgress;

    Client(Channel channel, boolean deflates, long now) {
        this.channel = channel;
        this.unsafe = channel.unsafe();
        this.outlet = Outlet.of(channel);
        this.deflates = deflates;
        this.lastHeard = now;
    }

    /** What this client follows. */
    Following following() {
        return following;
    }

    /** Whether this client reads compressed messages. */
    boolean deflates() {
        return deflates;
    }

    /**
     * Starts or ends the flow of changes of alerts.
     *
     * @param wanted whether this client wants to hear of each
     */
    public void alerts(boolean wanted) {
        alerted = wanted;
    }

    /**
     * Tells whether changes of alerts flow.
     *
     * @return whether this client hears of each
     */
    public boolean wantsAlerts() {
        return alerted && !closing;
    }

    /** How many changes of alerts were written and not taken by the socket. */
    int waitingAlerts() {
        return waitingAlerts;
    }

    void alert(ByteBuf frame) {
        waitingAlerts++;
        channel.writeAndFlush(frame).addListener(done -> waitingAlerts--);
    }

    /**
     * Notes a sign of life.
     *
     * @param now nanoseconds that only grow
     */
    public void heard(long now) {
        lastHeard = now;
    }

    long silence(long now) {
        return now - lastHeard;
    }

    /** Whether a ping should go out: once for each stretch of silence. */
    boolean pingIsDue(long now, long after) {
        boolean due = now - Math.max(lastHeard, lastPing) > after;
        if (due) {
            lastPing = now;
        }
        return due;
    }

    Channel channel() {
        return channel;
    }

    boolean wantsMessages() {
        return following.isLive() && !closing;
    }

    /**
     * Begins the closing handshake: nothing is sent behind the close frame, and the connection ends once the client has
     * answered, or soon. Ending it at once could make the client's system throw the frame away unread.
     *
     * @param status why, as a close code
     * @param reason why, for people; at most 123 bytes
     */
    public void sayGoodbye(int status, String reason) {
        if (!closing) {
            closing = true;
            Farewell.begin(channel, status, reason);
        }
    }

    /**
     * Ends the connection of a client that broke a rule: it is told, and not heard any more.
     *
     * @param status why, as a close code
     * @param reason why, for people; at most 123 bytes
     */
    public void hangUp(int status, String reason) {
        if (!closing) {
            closing = true;
            Farewell.hangUp(channel, status, reason);
        }
    }

    /**
     * Tells whether the goodbye was said; whatever the client still sends is of no interest.
     *
     * @return whether this side has begun to end the connection
     */
    public boolean isClosing() {
        return closing;
    }

    /**
     * Answers the client's close frame, unless it is itself an answer, and ends the connection.
     *
     * @param frame what the client sent; taken over
     */
    public void goodbyeHeard(CloseWebSocketFrame frame) {
        if (closing) {
            frame.release();
            channel.close();
        } else {
            closing = true;
            channel.writeAndFlush(frame).addListener(sent -> channel.close());
        }
    }

    /** How many messages were left out since the last one this client took. */
    long skipped() {
        return skipped;
    }

    void skip() {
        skipped++;
    }

    /** One more for whoever has been skipped already. */
    void skipAgain() {
        skipped += skipped > 0 ? 1 : 0;
    }

    /** What was left out belongs to what this client followed before. */
    void forgetSkipped() {
        skipped = 0;
    }

    /** The frame stays with the caller. */
    void send(ByteBuf frame) {
        skipped = 0;
        outlet.send(frame);
    }

    /** Sends what is no snapshot, and does not end a row of skipped ones. The frame stays with the caller. */
    void announce(ByteBuf frame) {
        outlet.send(frame);
    }

    /** Whether something was written that the socket has not taken. */
    boolean isBusy() {
        ChannelOutboundBuffer buffer = unsafe.outboundBuffer();
        return buffer != null && !buffer.isEmpty();
    }

    /** For how long the socket has taken nothing although something is waiting; what waits may have grown meanwhile. */
    long stalledFor(long now) {
        ChannelOutboundBuffer buffer = unsafe.outboundBuffer();
        Object first = buffer == null ? null : buffer.current();
        long progress = first == null ? 0 : buffer.currentProgress();
        if (first == null || first != stalledAt || progress != stalledProgress) {
            stalledAt = first;
            stalledProgress = progress;
            stalledSince = now;
        }
        return now - stalledSince;
    }
}
