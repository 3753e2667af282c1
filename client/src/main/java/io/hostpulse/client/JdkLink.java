package io.hostpulse.client;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One connection of the JDK's WebSocket. Its threads only hand over; the loop's thread does everything. */
final class JdkLink implements WebSocket.Listener, Wire.Link {

    /** The broker's longest message is a tenth of it. */
    private static final int LONGEST_MESSAGE = 32 * 1024 * 1024;

    private final Wire.Events events;
    private final Loop loop;
    private final StringBuilder message = new StringBuilder();
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);
    private volatile WebSocket socket;

    JdkLink(Wire.Events events, Loop loop) {
        this.events = events;
        this.loop = loop;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        loop.execute(() -> events.opened(this));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
        if (message.length() + part.length() > LONGEST_MESSAGE) {
            from.abort();
            end(Ending.failed("the server sent a message of more than " + LONGEST_MESSAGE + " characters"));
            return null;
        }
        message.append(part);
        if (isLast) {
            String whole = message.toString();
            message.setLength(0);
            loop.execute(() -> events.received(whole));
        } else {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean isLast) {
        return more(from); // hostpulse.v1 has no binary messages
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer payload) {
        return more(from); // the JDK answers it
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        return more(from);
    }

    private CompletionStage<?> more(WebSocket from) {
        from.request(1);
        loop.execute(events::alive);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(Ending.closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(Ending.failed("the connection broke: " + error));
    }

    private void end(Ending ending) {
        loop.execute(() -> events.ended(ending));
    }

    // One at a time, as the JDK wants it.
    @Override
    public void send(String text) {
        sent = sent.thenCompose(before -> socket.sendText(text, true)).whenComplete((done, failure) -> {
            if (failure != null) {
                end(Ending.failed("nothing can be sent: " + failure));
            }
        });
    }

    @Override
    public void request() {
        socket.request(1);
    }

    @Override
    public void close() {
        sent.thenCompose(before -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        socket.abort();
                        end(Ending.failed("nothing can be sent: " + failure));
                    }
                });
    }

    @Override
    public void abort() {
        socket.abort();
    }
}
