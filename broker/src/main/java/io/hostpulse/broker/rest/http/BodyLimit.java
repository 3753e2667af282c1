package io.hostpulse.broker.rest.http;

import io.hostpulse.broker.rest.Problem;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/** Collects a request with its body, and refuses one that is too long with a problem document. Belongs to one connection. */
public final class BodyLimit extends HttpObjectAggregator {

    /** The longest thing anybody has to send is a silence. */
    private static final int MAX_BODY = 64 * 1024;

    private static final Problem TOO_LONG = Problem.of(413, "a request's body has at most 64 KB");

    /** Collects up to 64 KB. */
    public BodyLimit() {
        super(MAX_BODY);
    }

    // What is still on its way would be read as the next request, so the connection ends.
    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        context.writeAndFlush(HttpResponses.of(TOO_LONG.response(), false)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    protected Object newContinueResponse(HttpMessage start, int maxContentLength, ChannelPipeline pipeline) {
        Object answer = super.newContinueResponse(start, maxContentLength, pipeline);
        // Netty refuses without a word; then it waits for the body all the same.
        return answer instanceof FullHttpResponse refusal && refusal.status().code() >= 400
                ? HttpResponses.of(refusal(refusal.status().code()).response(), false)
                : answer;
    }

    private static Problem refusal(int status) {
        return status == TOO_LONG.status() ? TOO_LONG : Problem.of(status, "only Expect: 100-continue is understood");
    }

    @Override
    protected boolean closeAfterContinueResponse(Object msg) {
        return true;
    }
}
