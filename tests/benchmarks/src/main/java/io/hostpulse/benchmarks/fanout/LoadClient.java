package io.hostpulse.benchmarks.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;

/** One connection of the generator: asks for a WebSocket, then tells of each message. Belongs to its event loop's thread. */
final class LoadClient extends ChannelInboundHandlerAdapter {

    private static final ByteBuf REQUEST =
            Unpooled.unreleasableBuffer(Unpooled.directBuffer().writeBytes("""
                    GET / HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Upgrade: websocket\r
                    Connection: Upgrade\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                    Sec-WebSocket-Version: 13\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII)));

    private static final byte[] END = {'\r', '\n', '\r', '\n'};
    private static final int PING = 9;
    private static final int PONG_HEADER = 0x8a80;

    private final Crowd crowd;
    private final Kind kind;
    private final FrameScanner scanner = new FrameScanner();
    private int endMatched;
    private ChannelHandlerContext context;

    /** What a client does once it was let in. */
    enum Kind {
        READS,
        READS_NOTHING,
        LEAVES
    }

    LoadClient(Crowd crowd, Kind kind) {
        this.crowd = crowd;
        this.kind = kind;
    }

    @Override
    public void channelActive(ChannelHandlerContext active) {
        context = active;
        active.writeAndFlush(REQUEST.duplicate(), active.voidPromise());
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        try {
            if (endMatched < END.length) {
                passAnswer(bytes);
            }
            scanner.scan(bytes, this::took);
        } finally {
            bytes.release();
        }
    }

    private void passAnswer(ByteBuf bytes) {
        while (bytes.isReadable() && endMatched < END.length) {
            byte next = bytes.readByte();
            if (next == END[endMatched]) {
                endMatched++;
            } else {
                endMatched = next == END[0] ? 1 : 0;
            }
        }
        if (endMatched == END.length) {
            letIn();
        }
    }

    private void letIn() {
        if (kind == Kind.LEAVES) {
            crowd.visited();
            context.close();
        } else {
            context.channel().config().setAutoRead(kind == Kind.READS);
            crowd.joined();
        }
    }

    private void took(int opcode, byte[] head, int headLength, long length) {
        if (opcode == PING) {
            // Any pong is a sign of life; this one is empty, with a mask of zeros.
            context.writeAndFlush(
                    context.alloc().buffer(6).writeShort(PONG_HEADER).writeInt(0));
        } else if (kind != Kind.LEAVES) {
            crowd.took(head, headLength, length);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        if (kind != Kind.LEAVES || endMatched < END.length) {
            crowd.lost();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failed, Throwable cause) {
        failed.close();
    }
}
