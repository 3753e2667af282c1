package io.hostpulse.broker.ws;

import io.hostpulse.broker.compression.MessageInflater;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.zip.DataFormatException;

/**
 * Unpacks what a client sends compressed, once all fragments are there, and passes everything else on. The bit RSV1 may stand in the
 * first frame of a message only (RFC 7692, section 6). Belongs to the event loop's thread.
 */
final class Inflation extends ChannelInboundHandlerAdapter {

    private static final int COMPRESSED = 0b100;

    /** A buffer of many parts is slow to read; a message in more fragments is copied together. */
    private static final int MOST_PARTS = 64;

    private final MessageInflater inflater;
    private final int limit;
    private CompositeByteBuf parts;
    private boolean isText;
    private boolean isBroken;

    Inflation(MessageInflater inflater, int limit) {
        this.inflater = inflater;
        this.limit = limit;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isBroken) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof WebSocketFrame frame) {
            read(context, frame);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void read(ChannelHandlerContext context, WebSocketFrame frame) {
        boolean isFirst = frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame;
        if (frame.rsv() != 0 && !(isFirst && frame.rsv() == COMPRESSED)) {
            frame.release();
            fail(context, WebSocketCloseStatus.PROTOCOL_ERROR, "a reserved bit is set");
        } else if (frame.rsv() == COMPRESSED) {
            parts = context.alloc().compositeBuffer(MOST_PARTS);
            isText = frame instanceof TextWebSocketFrame;
            add(context, frame);
        } else if (frame instanceof ContinuationWebSocketFrame && parts != null) {
            add(context, frame);
        } else {
            context.fireChannelRead(frame);
        }
    }

    private void add(ChannelHandlerContext context, WebSocketFrame frame) {
        if (parts.readableBytes() + frame.content().readableBytes() > limit) {
            frame.release();
            tooLong(context);
            return;
        }
        parts.addComponent(true, frame.content());
        if (frame.isFinalFragment()) {
            unpack(context);
        }
    }

    private void unpack(ChannelHandlerContext context) {
        try {
            ByteBuf message = inflater.inflate(parts, context.alloc());
            drop();
            context.fireChannelRead(isText ? new TextWebSocketFrame(message) : new BinaryWebSocketFrame(message));
        } catch (MessageInflater.MessageTooLongException e) {
            tooLong(context);
        } catch (DataFormatException e) {
            fail(context, WebSocketCloseStatus.INVALID_PAYLOAD_DATA, "the message cannot be unpacked");
        }
    }

    private void tooLong(ChannelHandlerContext context) {
        fail(context, WebSocketCloseStatus.MESSAGE_TOO_BIG, "message too long");
    }

    private void fail(ChannelHandlerContext context, WebSocketCloseStatus status, String reason) {
        isBroken = true;
        drop();
        context.writeAndFlush(new CloseWebSocketFrame(status, reason)).addListener(ChannelFutureListener.CLOSE);
    }

    private void drop() {
        if (parts != null) {
            parts.release();
            parts = null;
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        drop();
    }
}
