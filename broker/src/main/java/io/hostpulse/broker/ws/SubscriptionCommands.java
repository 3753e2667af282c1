package io.hostpulse.broker.ws;

import io.hostpulse.broker.fanout.Audience;
import io.hostpulse.broker.fanout.Client;
import io.hostpulse.broker.fanout.Recovery;
import io.hostpulse.broker.subscription.Group;
import io.hostpulse.broker.subscription.Groups;
import io.hostpulse.broker.subscription.Since;
import io.hostpulse.broker.subscription.Subscription;
import io.hostpulse.broker.subscription.SubscriptionForm;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import io.hostpulse.common.process.EpochClock;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What one client wants to be sent. Belongs to its event loop's thread. */
final class SubscriptionCommands {

    private static final double NANOS_PER_SECOND = 1e9;

    private final Audience audience;
    private final Client client;
    private final Replies replies;
    private final Duration interval;
    private final EpochClock clock;

    SubscriptionCommands(Audience audience, Client client, Replies replies, Duration interval, EpochClock clock) {
        this.audience = audience;
        this.client = client;
        this.replies = replies;
        this.interval = interval;
        this.clock = clock;
    }

    /** All is understood before anything is changed. The answer comes before the first message. */
    void subscribe(Command command, Consumer<TextWebSocketFrame> answer) {
        Optional<Boolean> alerts = command.flag("alerts");
        Groups groups = audience.groups();
        Subscription wanted;
        Optional<Since> since;
        Optional<Group> joined;
        try {
            wanted = new SubscriptionForm(interval, groups.unasked().subscription()).read(command.arguments());
            since = since(command);
            joined = groups.join(wanted);
        } catch (IllegalArgumentException e) {
            throw new InvalidCommandException("INVALID_ARGUMENT", e.getMessage(), command.id());
        }
        Group group = joined.orElseThrow(() -> tooMany(groups.most(), command));
        alerts.ifPresent(client::alerts);
        if (since.isPresent()) {
            audience.follow(
                    client,
                    group,
                    since.get(),
                    recovery -> answer.accept(subscribed(group, Optional.of(recovery), command)));
        } else {
            audience.follow(client, group);
            answer.accept(subscribed(group, Optional.empty(), command));
        }
    }

    private Optional<Since> since(Command command) {
        return command.fields().get("since").map(value -> {
            if (value instanceof Value.Text text) {
                return Since.parse(text.value(), clock.nanos());
            }
            throw new IllegalArgumentException("'since' must be a text");
        });
    }

    private static InvalidCommandException tooMany(int most, Command command) {
        return new InvalidCommandException(
                "TOO_MANY_SUBSCRIPTIONS",
                "clients have " + most + " different subscriptions already: take one that others have, or none",
                command.id());
    }

    private TextWebSocketFrame subscribed(Group group, Optional<Recovery> recovery, Command command) {
        Subscription wanted = group.subscription();
        Fields.Builder details = Fields.builder()
                .put("alerts", client.wantsAlerts())
                .put("streams", replies.streams(group.selection()::includes))
                .put("interval", wanted.every() * interval.toNanos() / NANOS_PER_SECOND)
                .put("delta", wanted.isDelta());
        if (!wanted.fields().isEmpty()) {
            details.put("fields", texts(wanted.fields()));
        }
        recovery.ifPresent(found -> {
            details.put("recovered", found.isComplete());
            if (!found.isComplete()) {
                details.put("reasons", texts(found.reasons()));
            }
        });
        List<String> ignored = SubscriptionForm.ignored(command.arguments());
        if (!ignored.isEmpty()) {
            details.put("ignored", texts(ignored));
        }
        return replies.subscribed(details.build(), command.id());
    }

    private static List<Value> texts(List<String> texts) {
        return texts.stream().<Value>map(Value.Text::new).toList();
    }

    TextWebSocketFrame unsubscribe(Command command) {
        audience.unfollow(client);
        client.alerts(false);
        return replies.unsubscribed(command.id());
    }
}
