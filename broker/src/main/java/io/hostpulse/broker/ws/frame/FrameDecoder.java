package io.hostpulse.broker.ws.frame;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;

/**
 * Makes frames of what a client sends. Netty's own decoder collects a frame before anybody sees it; this one keeps nothing: the
 * payload of a data frame goes on in the pieces in which it arrives, as if the client had fragmented it so. Thus what is wrong with
 * a text is found at the first wrong byte, and a frame that never ends costs no memory. After a violation, which goes on as a {@link
 * CorruptedWebSocketFrameException}, and after a close frame, everything is thrown away. Belongs to one connection.
 */
public final class FrameDecoder extends ChannelInboundHandlerAdapter implements WebSocketFrameDecoder {

    private final FrameHeader header;
    private final FrameRate rate;
    private ByteBuf control;
    private long passed;
    private boolean isInPayload;
    private boolean isOver;

    /**
     * Waits for the first frame.
     *
     * @param limits what the client may send
     * @param mayCompress whether compression was agreed on; what is compressed goes on with the bit RSV1 in its first piece
     */
    public FrameDecoder(InboundLimits limits, boolean mayCompress) {
        header = new FrameHeader(limits.maxMessage(), mayCompress);
        rate = new FrameRate(limits.perSecond(), System::nanoTime);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            while (!isOver && bytes.isReadable()) {
                decode(context, bytes);
            }
        } catch (CorruptedWebSocketFrameException e) {
            isOver = true;
            context.fireExceptionCaught(e);
        } finally {
            bytes.release();
        }
    }

    private void decode(ChannelHandlerContext context, ByteBuf bytes) {
        if (isInPayload) {
            takePayload(context, bytes);
        } else if (header.take(bytes.readByte())) {
            rate.take();
            passed = 0;
            isInPayload = true;
            if (header.length() == 0) {
                takePayload(context, bytes);
            }
        }
    }

    private void takePayload(ChannelHandlerContext context, ByteBuf bytes) {
        int length = (int) Math.min(bytes.readableBytes(), header.length() - passed);
        ByteBuf piece = bytes.readSlice(length);
        boolean isFirst = passed == 0;
        unmask(piece);
        passed += length;
        isInPayload = passed < header.length();
        if (header.isControl()) {
            collect(context, piece);
        } else {
            context.fireChannelRead(data(piece.retain(), isFirst));
        }
    }

    private void unmask(ByteBuf piece) {
        for (int i = 0; i < piece.readableBytes(); i++) {
            piece.setByte(i, piece.getByte(i) ^ header.maskAt(passed + i));
        }
    }

    private WebSocketFrame data(ByteBuf piece, boolean isFirst) {
        boolean isLast = !isInPayload && header.isFinal();
        if (!isFirst || header.opcode() == FrameHeader.CONTINUATION) {
            return new ContinuationWebSocketFrame(isLast, 0, piece);
        }
        int reserved = header.isCompressed() ? Inflation.COMPRESSED : 0;
        return header.opcode() == FrameHeader.TEXT
                ? new TextWebSocketFrame(isLast, reserved, piece)
                : new BinaryWebSocketFrame(isLast, reserved, piece);
    }

    // At most 125 bytes.
    private void collect(ChannelHandlerContext context, ByteBuf piece) {
        if (control == null) {
            control = context.alloc().buffer((int) header.length());
        }
        control.writeBytes(piece);
        if (!isInPayload) {
            fireControl(context);
        }
    }

    private void fireControl(ChannelHandlerContext context) {
        if (header.opcode() == FrameHeader.CLOSE) {
            ClosePayload.check(control);
            isOver = true;
        }
        ByteBuf payload = control;
        control = null;
        context.fireChannelRead(
                switch (header.opcode()) {
                    case FrameHeader.PING -> new PingWebSocketFrame(payload);
                    case FrameHeader.PONG -> new PongWebSocketFrame(payload);
                    default -> new CloseWebSocketFrame(true, 0, payload);
                });
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        isOver = true;
        if (control != null) {
            control.release();
            control = null;
        }
    }
}
