package io.hostpulse.broker.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;

/**
 * Sends through the handlers, and waits in the channel's buffer where the socket is full.
 *
 * @param channel the connection
 * @param entrance behind which handler frames come in
 */
record PipelineOutlet(Channel channel, ChannelOutboundInvoker entrance) implements Outlet {

    @Override
    public void send(ByteBuf frame) {
        entrance.writeAndFlush(frame.retainedDuplicate(), channel.voidPromise());
    }
}
