package io.hostpulse.alerter.journal;

import io.hostpulse.alerter.notify.AlertContext;
import io.hostpulse.alerter.notify.AlertContext.Point;
import io.hostpulse.alerter.notify.AlertContext.TopProcess;
import io.hostpulse.alerter.notify.Notification;
import io.hostpulse.alerter.outbox.Receipt;
import io.hostpulse.alerter.route.Decision.Dispatch;
import io.hostpulse.alerter.route.RememberedFields;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The form of journal entries in the stream {@code alerts}. Each has {@code entry}; those about an alert have the alert's own
 * fields at the top, so that readers who only want alerts need to know nothing else. Thread-safe.
 */
final class EntryFields {

    private static final String BY_ORDER = "by_order";

    private EntryFields() {}

    static Fields of(Entry entry) {
        if (entry instanceof Entry.Changed changed) {
            return changed(changed);
        }
        if (entry instanceof Entry.Routed routed) {
            return entry("routed")
                    .put(
                            "remembered",
                            routed.remembered().stream()
                                    .map(RememberedFields::of)
                                    .toList())
                    .put(
                            "dispatches",
                            routed.dispatches().stream()
                                    .map(EntryFields::dispatch)
                                    .toList())
                    .build();
        }
        if (entry instanceof Entry.Done done) {
            return entry("done").put("receipt", receipt(done.receipt())).build();
        }
        if (entry instanceof Entry.ByOrder caused) {
            return byOrder(caused);
        }
        if (entry instanceof Entry.Adjusted adjusted) {
            return AdjustedFields.of(adjusted);
        }
        Entry.Ordered ordered = (Entry.Ordered) entry;
        return entry("ordered")
                .put("order", order(ordered.order()))
                .put("refusal", ordered.refusal())
                .put("result", ordered.result())
                .build();
    }

    private static Fields byOrder(Entry.ByOrder caused) {
        Fields.Builder fields = Fields.builder();
        of(caused.effect()).values().forEach(fields::put);
        Fields cause = Fields.builder()
                .put("stream", caused.stream())
                .put("sequence", caused.sequence())
                .put("result", caused.result())
                .build();
        return fields.put(BY_ORDER, cause).build();
    }

    private static Fields.Builder entry(String kind) {
        return Fields.builder().put("entry", kind);
    }

    private static Fields changed(Entry.Changed changed) {
        Fields.Builder fields = entry("changed").put("event", changed.event()).put("reason", changed.reason());
        AlertFields.of(changed.alert()).values().forEach(fields::put);
        return fields.put("context", context(changed.context())).build();
    }

    private static Fields context(AlertContext context) {
        return Fields.builder()
                .put(
                        "processes",
                        context.processes().stream().map(EntryFields::process).toList())
                .put("recent", context.recent().stream().map(EntryFields::point).toList())
                .build();
    }

    private static Fields process(TopProcess process) {
        return Fields.builder()
                .put("pid", process.pid())
                .put("name", process.name())
                .put("user", process.user())
                .put("use", process.use())
                .build();
    }

    private static Fields point(Point point) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(point.at()))
                .put("value", point.value())
                .build();
    }

    private static Fields dispatch(Dispatch dispatch) {
        return Fields.builder()
                .put("handler", dispatch.handler())
                .put("notification", notification(dispatch.notification()))
                .build();
    }

    private static Fields notification(Notification notification) {
        Fields.Builder contexts = Fields.builder();
        new TreeMap<>(notification.contexts()).forEach((id, context) -> contexts.put(id, context(context)));
        return Fields.builder()
                .put("key", notification.key())
                .put("kind", notification.kind().name().toLowerCase(Locale.ROOT))
                .put("timestamp", Rfc3339.format(notification.at()))
                .put("host", notification.host())
                .put(
                        "alerts",
                        notification.alerts().stream().map(AlertFields::of).toList())
                .put("contexts", contexts.build())
                .put("held_back", notification.heldBack())
                .build();
    }

    private static Fields receipt(Receipt receipt) {
        return Fields.builder()
                .put("handler", receipt.handler())
                .put("key", receipt.key())
                .put("alerts", receipt.alerts().stream().map(Value.Text::new).toList())
                .put("fate", receipt.fate().name().toLowerCase(Locale.ROOT))
                .put("timestamp", Rfc3339.format(receipt.at()))
                .put("tries", receipt.tries())
                .put("took_ns", receipt.took())
                .put("answer", receipt.answer())
                .build();
    }

    private static Fields order(Order order) {
        return Fields.builder()
                .put("stream", order.stream())
                .put("sequence", order.sequence())
                .put("timestamp", Rfc3339.format(order.at()))
                .put("by", order.by())
                .put("action", order.action())
                .put("arguments", order.arguments())
                .build();
    }

    static Entry parse(Fields fields) {
        try {
            Reader entry = new Reader(fields);
            return fields.get(BY_ORDER).isPresent() ? byOrder(entry.object(BY_ORDER), parse(entry)) : parse(entry);
        } catch (IllegalArgumentException | ClassCastException | DateTimeParseException e) {
            throw new RecordFormatException("no journal entry: " + e.getMessage());
        }
    }

    private static Entry byOrder(Reader cause, Entry effect) {
        return new Entry.ByOrder(cause.text("stream"), cause.whole("sequence"), cause.text("result"), effect);
    }

    private static Entry parse(Reader entry) {
        return switch (entry.text("entry")) {
            case "changed" ->
                new Entry.Changed(
                        entry.text("event"),
                        AlertFields.parse(entry.fields()),
                        entry.text("reason"),
                        context(entry.object("context")));
            case "routed" ->
                new Entry.Routed(
                        entry.objects("remembered").stream()
                                .map(one -> RememberedFields.parse(one.fields()))
                                .toList(),
                        entry.objects("dispatches").stream()
                                .map(one -> new Dispatch(one.text("handler"), notification(one.object("notification"))))
                                .toList());
            case "done" -> new Entry.Done(receipt(entry.object("receipt")));
            case "adjusted" -> AdjustedFields.parse(entry.fields());
            case "ordered" -> ordered(entry);
            default -> throw new IllegalArgumentException("unknown entry '" + entry.text("entry") + "'");
        };
    }

    private static Entry ordered(Reader entry) {
        String result = entry.fields().get("result").isPresent() ? entry.text("result") : "";
        return new Entry.Ordered(order(entry.object("order")), entry.text("refusal"), result);
    }

    private static AlertContext context(Reader context) {
        List<TopProcess> processes = context.objects("processes").stream()
                .map(one -> new TopProcess(one.whole("pid"), one.text("name"), one.text("user"), one.text("use")))
                .toList();
        List<Point> recent = context.objects("recent").stream()
                .map(one -> new Point(one.time("timestamp"), one.real("value")))
                .toList();
        return new AlertContext(processes, recent);
    }

    private static Notification notification(Reader one) {
        Map<String, AlertContext> contexts = new TreeMap<>();
        one.object("contexts")
                .fields()
                .values()
                .forEach((id, context) -> contexts.put(id, context(new Reader((Fields) context))));
        return new Notification(
                one.text("key"),
                Notification.Kind.valueOf(one.text("kind").toUpperCase(Locale.ROOT)),
                one.time("timestamp"),
                one.text("host"),
                one.objects("alerts").stream()
                        .map(alert -> AlertFields.parse(alert.fields()))
                        .toList(),
                contexts,
                one.text("held_back"));
    }

    private static Receipt receipt(Reader one) {
        return new Receipt(
                one.text("handler"),
                one.text("key"),
                one.texts("alerts"),
                Receipt.Fate.valueOf(one.text("fate").toUpperCase(Locale.ROOT)),
                one.time("timestamp"),
                (int) one.whole("tries"),
                one.whole("took_ns"),
                one.text("answer"));
    }

    private static Order order(Reader one) {
        return new Order(
                one.text("stream"),
                one.whole("sequence"),
                one.time("timestamp"),
                one.text("by"),
                one.text("action"),
                one.object("arguments").fields());
    }

    /** Asks an object for what must be in it. */
    private record Reader(Fields fields) {

        private Value value(String name) {
            return fields.get(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
        }

        String text(String name) {
            return ((Value.Text) value(name)).value();
        }

        long whole(String name) {
            return ((Value.Whole) value(name)).value();
        }

        double real(String name) {
            return value(name) instanceof Value.Whole whole ? whole.value() : ((Value.Real) value(name)).value();
        }

        long time(String name) {
            return Rfc3339.parse(text(name));
        }

        Reader object(String name) {
            return new Reader((Fields) value(name));
        }

        List<Reader> objects(String name) {
            return ((Value.Sequence) value(name))
                    .values().stream().map(one -> new Reader((Fields) one)).toList();
        }

        List<String> texts(String name) {
            return ((Value.Sequence) value(name))
                    .values().stream().map(one -> ((Value.Text) one).value()).toList();
        }
    }
}
