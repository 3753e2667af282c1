package io.hostpulse.broker.fanout;

import io.hostpulse.broker.subscription.Cut;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import java.util.Optional;

/**
 * A client that is being sent what it missed. It gets nothing else from its group meanwhile, until it has come as far as the group. Any
 * thread may use it; everything happens on the client's loop, in order.
 */
public final class ReplayTarget {

    private final EventLoop loop;
    private final Client client;
    private final Members members;
    private final long turn;

    ReplayTarget(EventLoop loop, Client client, Members members, long turn) {
        this.loop = loop;
        this.client = client;
        this.members = members;
        this.turn = turn;
    }

    /**
     * Tells whether nobody waits for the replay any more.
     *
     * @return whether the client is gone or has asked for something else
     */
    public boolean isOver() {
        return !client.channel().isActive() || !client.following().isTurn(turn);
    }

    /**
     * Does something on the client's loop, behind everything that was sent so far.
     *
     * @param work what to do, unless the replay is over
     */
    public void onLoop(Runnable work) {
        loop.execute(() -> {
            if (!isOver()) {
                work.run();
            }
        });
    }

    /**
     * Sends finished frames.
     *
     * @param frames the frames; taken over
     * @param whenTaken told by the loop's thread when the socket has taken all of them, or the client is gone
     */
    public void send(ByteBuf frames, Runnable whenTaken) {
        loop.execute(() -> {
            if (isOver() || client.isClosing()) {
                frames.release();
                whenTaken.run();
            } else {
                client.channel().writeAndFlush(frames).addListener(done -> whenTaken.run());
            }
        });
    }

    /**
     * Lets the client go on with the group's next message, if it has all before that.
     *
     * @param cut where the replay has ended
     * @param ifBehind told by the loop's thread when the group has gone on meanwhile
     */
    public void goLive(Cut cut, Runnable ifBehind) {
        onLoop(() -> {
            Optional<Cut> place = members.joinAfter(cut);
            place.ifPresent(client.following()::goLive);
            if (place.isEmpty()) {
                ifBehind.run();
            }
        });
    }

    /** Ends the connection of a client that cannot be sent what it was promised: it may come back with its cursor. */
    public void abandon() {
        onLoop(() -> client.sayGoodbye(
                WebSocketCloseStatus.INTERNAL_SERVER_ERROR.code(),
                "the replay failed: connect again with your cursor"));
    }
}
