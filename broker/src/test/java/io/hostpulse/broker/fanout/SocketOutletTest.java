package io.hostpulse.broker.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hostpulse.broker.transport.Transport;
import io.hostpulse.broker.transport.TransportChoice;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketOutletTest {

    private static final int FRAME = 50_000;
    private static final int MORE_THAN_A_SOCKET_HOLDS = 100;

    private final Transport transport = Transport.of(TransportChoice.AUTO);
    private final EventLoopGroup group = transport.start("client-io", 1);
    private final CompletableFuture<Channel> accepted = new CompletableFuture<>();
    private Channel listening;
    private Socket peer;
    private Channel channel;

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(transport.name().equals("epoll"), "only epoll has this way");
        listening = new ServerBootstrap()
                .group(group)
                .channel(transport.serverChannel())
                .childOption(ChannelOption.SO_SNDBUF, 64 * 1024)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel made) {
                        made.pipeline().addLast(new WebSocket13FrameEncoder(false));
                        made.eventLoop().execute(() -> accepted.complete(made));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
        peer = new Socket();
        peer.connect(listening.localAddress());
        channel = accepted.get(30, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws IOException {
        if (listening != null) {
            listening.close().syncUninterruptibly();
            peer.close();
        }
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void keepsEveryByteInOrderWhenTheSocketHasNoRoomInTheMiddleOfAFrame() throws Exception {
        onLoop(() -> {
            Outlet outlet = Outlet.of(channel);
            assertThat(outlet).isInstanceOf(SocketOutlet.class);
            for (int i = 0; i < MORE_THAN_A_SOCKET_HOLDS; i++) {
                ByteBuf frame = frame((byte) i);
                outlet.send(frame);
                frame.release();
            }
            assertThat(channel.unsafe().outboundBuffer().isEmpty()).isFalse();
        });
        for (int i = 0; i < MORE_THAN_A_SOCKET_HOLDS; i++) {
            byte[] read = peer.getInputStream().readNBytes(FRAME);
            assertThat(read).hasSize(FRAME).containsOnly((byte) i);
        }
    }

    @Test
    void leavesTheFrameToItsOwner() throws Exception {
        onLoop(() -> {
            ByteBuf frame = frame((byte) 7);
            Outlet.of(channel).send(frame);
            assertThat(frame.refCnt()).isEqualTo(1);
            assertThat(frame.readableBytes()).isEqualTo(FRAME);
            frame.release();
        });
    }

    @Test
    void sendsNothingOverADescriptorThatMayBelongToSomebodyElseByNow() throws Exception {
        onLoop(() -> {
            Outlet outlet = Outlet.of(channel);
            assertThat(channel.close().isDone()).isTrue();
            ByteBuf frame = frame((byte) 7);
            outlet.send(frame);
            assertThat(frame.refCnt()).isEqualTo(1);
            frame.release();
        });
        assertThat(peer.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void closesTheChannelOfAPeerThatIsGone() throws Exception {
        peer.setSoLinger(true, 0);
        peer.close();
        for (int i = 0; i < MORE_THAN_A_SOCKET_HOLDS && channel.isActive(); i++) {
            onLoop(() -> {
                ByteBuf frame = frame((byte) 7);
                Outlet.of(channel).send(frame);
                frame.release();
            });
        }
        assertThat(channel.closeFuture().await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static ByteBuf frame(byte content) {
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(FRAME);
        for (int i = 0; i < FRAME; i++) {
            frame.writeByte(content);
        }
        return frame;
    }

    private void onLoop(Runnable work) throws Exception {
        channel.eventLoop().submit(work).get(30, TimeUnit.SECONDS);
    }
}
