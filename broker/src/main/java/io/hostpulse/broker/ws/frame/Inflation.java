package io.hostpulse.broker.ws.frame;

import io.hostpulse.broker.compression.MessageInflater;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.zip.DataFormatException;

/**
 * Unpacks whole messages that came compressed (RFC 7692), and passes everything else on. What a client has sent of a message is kept as
 * it came, so {@link HeldBytes} bounds it; a message that would be too long once it is unpacked is given up on the way. Belongs to one
 * connection.
 */
public final class Inflation extends ChannelInboundHandlerAdapter {

    /** The bit RSV1, as Netty counts. */
    static final int COMPRESSED = 0b100;

    private final MessageInflater inflater;
    private final int maxMessage;
    private final Utf8Verifier verifier = new Utf8Verifier();
    private boolean isOver;

    /**
     * Waits for messages.
     *
     * @param inflater unpacks for all connections of the loop
     * @param maxMessage the longest message in bytes, unpacked
     */
    public Inflation(MessageInflater inflater, int maxMessage) {
        this.inflater = inflater;
        this.maxMessage = maxMessage;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object received) {
        if (isOver) {
            ReferenceCountUtil.release(received);
        } else if (received instanceof WebSocketFrame frame && frame.rsv() == COMPRESSED) {
            unpack(context, frame);
        } else {
            context.fireChannelRead(received);
        }
    }

    private void unpack(ChannelHandlerContext context, WebSocketFrame packed) {
        try {
            context.fireChannelRead(unpacked(context, packed));
        } catch (CorruptedWebSocketFrameException e) {
            isOver = true;
            context.fireExceptionCaught(e);
        } finally {
            packed.release();
        }
    }

    private WebSocketFrame unpacked(ChannelHandlerContext context, WebSocketFrame packed) {
        ByteBuf message = inflate(context, packed.content());
        if (packed instanceof BinaryWebSocketFrame) {
            return new BinaryWebSocketFrame(message);
        }
        verifier.reset();
        if (!verifier.take(message) || !verifier.isWhole()) {
            message.release();
            throw Violation.notUtf8();
        }
        return new TextWebSocketFrame(message);
    }

    private ByteBuf inflate(ChannelHandlerContext context, ByteBuf packed) {
        try {
            return inflater.inflate(packed, maxMessage, context.alloc());
        } catch (MessageInflater.MessageTooLongException e) {
            throw Violation.tooBig(maxMessage);
        } catch (DataFormatException e) {
            throw Violation.notUnpackable();
        }
    }
}
