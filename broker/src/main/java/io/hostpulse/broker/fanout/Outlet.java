package io.hostpulse.broker.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.Socket;
import io.netty.handler.codec.http.websocketx.WebSocketFrameEncoder;
import io.netty.handler.ssl.SslHandler;

/** The way of finished frames to one client. Belongs to its event loop's thread. */
interface Outlet {

    /**
     * Sends a frame behind everything that was sent before.
     *
     * @param frame the frame; it stays with the caller, and may be on its way to others at the same time
     */
    void send(ByteBuf frame);

    /**
     * Chooses the shortest way there is: what is framed already need not pass the handlers that frame and read, encryption it must.
     *
     * @param channel a connection whose handlers are all there
     */
    static Outlet of(Channel channel) {
        ChannelHandlerContext encoder = channel.pipeline().context(WebSocketFrameEncoder.class);
        Outlet pipeline = new PipelineOutlet(channel, encoder == null ? channel : encoder);
        boolean isPlain = encoder != null && channel.pipeline().get(SslHandler.class) == null;
        return isPlain && channel instanceof EpollSocketChannel epoll && epoll.fd() instanceof Socket socket
                ? new SocketOutlet(channel.unsafe(), socket, pipeline)
                : pipeline;
    }
}
