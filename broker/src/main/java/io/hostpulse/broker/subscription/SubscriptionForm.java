package io.hostpulse.broker.subscription;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a client asks for. Pure.
 *
 * @param interval the time between two of the broker's ticks
 * @param unasked what is sent when no stream and no field is named
 */
public record SubscriptionForm(Duration interval, Subscription unasked) {

    /** What a subscription may say; {@code alerts} and {@code since} are somebody else's. */
    private static final Set<String> KNOWN =
            Set.of("streams", "fields", "interval", "delta", "key_every", "alerts", "since");

    private static final String EVERYTHING = "*";
    private static final int MOST_ENTRIES = 64;
    private static final int LONGEST_ENTRY = 256;
    private static final double LONGEST_SECONDS = 3600;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int KEY_EVERY = 60;
    private static final int RAREST_KEY = 10_000;

    /**
     * Reads a subscription.
     *
     * @param asked the client's message without {@code type} and {@code id}
     * @return what it asks for, in normal form
     * @throws IllegalArgumentException when it cannot be understood, with the reason for the client
     */
    public Subscription read(Fields asked) {
        List<String> named = texts(asked, "streams");
        List<String> streams = named.contains(EVERYTHING) ? List.of(EVERYTHING) : named;
        List<String> fields = new ArrayList<>(texts(asked, "fields"));
        fields.removeIf(field -> streams.contains(EVERYTHING) || streams.contains(field.split("\\.", 2)[0]));
        boolean names = !streams.isEmpty() || !fields.isEmpty();
        Subscription subscription = new Subscription(
                names ? streams : unasked.streams(),
                names ? List.of() : unasked.except(),
                fields,
                every(asked),
                keyEvery(asked));
        check(subscription);
        return subscription;
    }

    private static void check(Subscription subscription) {
        for (String field : subscription.fields()) {
            try {
                new Selection(new Subscription(List.of(), List.of(), List.of(field), 1, 0));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("'fields': '" + field + "' is no field: " + e.getMessage(), e);
            }
        }
    }

    /**
     * Finds what a subscription says that nobody understands.
     *
     * @param asked the client's message without {@code type} and {@code id}
     * @return the names
     */
    public static List<String> ignored(Fields asked) {
        return asked.values().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .toList();
    }

    private static List<String> texts(Fields asked, String name) {
        Optional<Value> given = asked.get(name);
        if (given.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (given.get() instanceof Value.Sequence list) {
            for (Value value : list.values()) {
                if (value instanceof Value.Text text
                        && !text.value().isEmpty()
                        && text.value().length() <= LONGEST_ENTRY) {
                    texts.add(text.value());
                }
            }
            if (texts.size() == list.values().size() && !texts.isEmpty() && texts.size() <= MOST_ENTRIES) {
                return texts;
            }
        }
        throw new IllegalArgumentException("'" + name + "' must be a list of 1 to " + MOST_ENTRIES + " texts of up to "
                + LONGEST_ENTRY + " characters");
    }

    private int every(Fields asked) {
        Optional<Value> given = asked.get("interval");
        if (given.isEmpty()) {
            return 1;
        }
        double seconds = number(given.get());
        if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
            throw new IllegalArgumentException("'interval' must be a number of seconds, more than 0 and up to 3600");
        }
        return (int) Math.max(1, Math.ceil(seconds * NANOS_PER_SECOND / interval.toNanos() - 1e-6));
    }

    private static double number(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.value();
        }
        return value instanceof Value.Real real ? real.value() : Double.NaN;
    }

    private static int keyEvery(Fields asked) {
        boolean delta = asked.get("delta").map(SubscriptionForm::isTrue).orElse(false);
        Optional<Value> every = asked.get("key_every");
        if (every.isEmpty()) {
            return delta ? KEY_EVERY : 0;
        }
        double messages = number(every.get());
        if (!(every.get() instanceof Value.Whole) || messages < 1 || messages > RAREST_KEY) {
            throw new IllegalArgumentException("'key_every' must be a whole number from 1 to " + RAREST_KEY);
        }
        return delta ? (int) messages : 0;
    }

    private static boolean isTrue(Value value) {
        if (value instanceof Value.Flag flag) {
            return flag.value();
        }
        throw new IllegalArgumentException("'delta' must be true or false");
    }
}
