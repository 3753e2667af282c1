package io.hostpulse.broker.ws;

import io.hostpulse.broker.control.OrderOutcome;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.StreamName;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the server says to one client. Used by one event loop's thread. */
final class Replies {

    private static final List<Value> CAPABILITIES = Stream.of(
                    "alerts", "delta", "fields", "interval", "since", "streams")
            .<Value>map(Value.Text::new)
            .toList();

    private final ServerFacts facts;
    private final EpochClock clock;
    private final PayloadWriter writer = new PayloadWriter();

    Replies(ServerFacts facts, EpochClock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    TextWebSocketFrame connection(boolean isCompressing) {
        return frame(typed("connection")
                .put("status", "connected")
                .put("message", "Connected to Hostpulse on " + facts.hostName())
                .put("timestamp", now())
                .put("server_version", facts.version())
                .put("protocol", facts.protocol())
                .put("host", facts.hostName())
                .put("streams", names(facts.streams()))
                .put("interval", facts.intervalSeconds())
                .put("capabilities", CAPABILITIES)
                .put("compression", isCompressing ? "permessage-deflate" : "none"));
    }

    TextWebSocketFrame pong(Optional<Value> id) {
        return frame(answering(typed("pong").put("timestamp", now()), id));
    }

    TextWebSocketFrame status(int clients, Optional<Value> id) {
        return frame(answering(
                typed("status")
                        .put("connected_clients", clients)
                        .put("server_start_time", Rfc3339.format(facts.startTime()))
                        .put("message", "Server is running")
                        .put("server_version", facts.version())
                        .put("host", facts.hostName())
                        .put("streams", names(facts.streams()))
                        .put("interval", facts.intervalSeconds())
                        .put("timestamp", now()),
                id));
    }

    TextWebSocketFrame subscribed(Fields details, Optional<Value> id) {
        Fields.Builder fields = typed("subscribed").put("message", "Updates are on");
        details.values().forEach(fields::put);
        return frame(answering(fields.put("timestamp", now()), id));
    }

    /** The streams that exist now and are wanted. */
    List<Value> streams(Predicate<StreamName> isWanted) {
        return names(facts.streams().stream().filter(isWanted).toList());
    }

    TextWebSocketFrame unsubscribed(Optional<Value> id) {
        return frame(answering(
                typed("unsubscribed").put("message", "Updates are off").put("timestamp", now()), id));
    }

    TextWebSocketFrame done(String action, OrderOutcome.Done done, Optional<Value> id) {
        Fields.Builder fields = typed("done")
                .put("action", action)
                .put("order", done.sequence())
                .put("timestamp", now());
        if (!done.result().isEmpty()) {
            fields.put("result", done.result());
        }
        return frame(answering(fields, id));
    }

    TextWebSocketFrame error(String code, String message, Optional<Value> id) {
        return frame(answering(typed("error").put("message", message).put("code", code), id));
    }

    private String now() {
        return Rfc3339.format(clock.nanos());
    }

    private static Fields.Builder typed(String type) {
        return Fields.builder().put("type", type);
    }

    private static Fields.Builder answering(Fields.Builder fields, Optional<Value> id) {
        id.ifPresent(value -> fields.put("id", value));
        return fields;
    }

    private static List<Value> names(Collection<StreamName> streams) {
        return streams.stream().<Value>map(name -> new Value.Text(name.value())).toList();
    }

    private TextWebSocketFrame frame(Fields.Builder fields) {
        return new TextWebSocketFrame(Unpooled.wrappedBuffer(writer.write(fields.build())));
    }
}
