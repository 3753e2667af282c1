package io.hostpulse.broker.ws.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.LongSupplier;

/**
 * Makes whole messages of the pieces in which they come, and checks that text is UTF-8 piece by piece. A message in one piece goes
 * on as it is; others are copied into one buffer, so that a million fragments cost no more than their bytes. Belongs to one connection.
 */
public final class MessageAssembler extends ChannelInboundHandlerAdapter {

    private final InboundLimits limits;
    private final HeldBytes held;
    private final LongSupplier clock;
    private final Utf8Verifier verifier = new Utf8Verifier();
    private ByteBuf message;
    private int paid;
    private boolean isText;
    private int reserved;
    private boolean isUnderWay;
    private boolean isOver;
    private long begun;

    /**
     * Waits for the first piece.
     *
     * @param limits what the client may send
     * @param held what is kept of all clients' messages
     */
    public MessageAssembler(InboundLimits limits, HeldBytes held) {
        this(limits, held, System::nanoTime);
    }

    MessageAssembler(InboundLimits limits, HeldBytes held, LongSupplier clock) {
        this.limits = limits;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        if (isOver) {
            ReferenceCountUtil.release(received);
            return;
        }
        try {
            checkAge();
            take(context, received);
        } catch (CorruptedWebSocketFrameException e) {
            ReferenceCountUtil.release(received);
            isOver = true;
            forget();
            context.fireExceptionCaught(e);
        }
    }

    // Whoever lives answers pings, so a message that does not go on is noticed here as well.
    private void checkAge() {
        if (isUnderWay && clock.getAsLong() - begun > limits.wholeWithin().toNanos()) {
            throw Violation.policy(
                    "a message must be whole within " + limits.wholeWithin().toSeconds() + " s");
        }
    }

    private void take(ChannelHandlerContext context, Object received) {
        if (received instanceof TextWebSocketFrame || received instanceof BinaryWebSocketFrame) {
            isText = received instanceof TextWebSocketFrame;
            reserved = ((WebSocketFrame) received).rsv();
            isUnderWay = true;
            begun = clock.getAsLong();
            verifier.reset();
            takePiece(context, (WebSocketFrame) received);
        } else if (received instanceof ContinuationWebSocketFrame piece) {
            takePiece(context, piece);
        } else {
            context.fireChannelRead(received);
        }
    }

    private void takePiece(ChannelHandlerContext context, WebSocketFrame piece) {
        boolean isLast = piece.isFinalFragment();
        // What is compressed is read by Inflation first.
        if (isText && reserved == 0 && (!verifier.take(piece.content()) || isLast && !verifier.isWhole())) {
            throw Violation.notUtf8();
        }
        isUnderWay = !isLast;
        if (isLast && message == null) {
            context.fireChannelRead(piece);
            return;
        }
        keep(context, piece.content());
        piece.release();
        if (isLast) {
            context.fireChannelRead(whole());
        }
    }

    private void keep(ChannelHandlerContext context, ByteBuf piece) {
        if (message == null) {
            message = context.alloc().buffer(Math.min(piece.readableBytes(), limits.maxMessage()), limits.maxMessage());
        }
        if (piece.readableBytes() > message.maxWritableBytes()) {
            throw Violation.tooBig(limits.maxMessage());
        }
        if (!held.take(piece.readableBytes())) {
            throw Violation.overload("too many unfinished messages: try again later");
        }
        paid += piece.readableBytes();
        message.writeBytes(piece);
    }

    private WebSocketFrame whole() {
        ByteBuf content = message.retain();
        forget();
        return isText
                ? new TextWebSocketFrame(true, reserved, content)
                : new BinaryWebSocketFrame(true, reserved, content);
    }

    private void forget() {
        held.give(paid);
        paid = 0;
        if (message != null) {
            message.release();
            message = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        isOver = true;
        forget();
    }
}
