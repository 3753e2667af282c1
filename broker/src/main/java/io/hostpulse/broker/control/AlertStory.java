package io.hostpulse.broker.control;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * One alert, and what happened to it.
 *
 * @param alert as it stands now
 * @param context what else was going on when it fired
 * @param events what happened, oldest first
 * @param receipts what became of the notifications about it, oldest first
 */
public record AlertStory(Alert alert, Fields context, List<Fields> events, List<Fields> receipts) {

    /** Copies the lists. */
    public AlertStory {
        events = List.copyOf(events);
        receipts = List.copyOf(receipts);
    }

    /**
     * Writes it.
     *
     * @return the alert's fields, and {@code context}, {@code events}, {@code receipts}
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder();
        AlertFields.of(alert).values().forEach(fields::put);
        return fields.put("context", context)
                .put("events", events)
                .put("receipts", receipts)
                .build();
    }

    /** Puts a story together from the entries of the journal. */
    static final class Teller {

        /** One that flaps for days has thousands; the newest tell enough. */
        private static final int MOST = 200;

        private final String id;
        private final Deque<Fields> events = new ArrayDeque<>();
        private final Deque<Fields> receipts = new ArrayDeque<>();
        private Optional<Alert> alert = Optional.empty();
        private Fields context = Fields.NONE;

        Teller(String id) {
            this.id = id;
        }

        void hear(String kind, Fields entry) {
            if (kind.equals("done")) {
                entry.get("receipt")
                        .filter(Fields.class::isInstance)
                        .map(Fields.class::cast)
                        .filter(this::isAboutIt)
                        .ifPresent(receipt -> keep(receipts, receipt));
            } else {
                AlertArchive.changed(kind, entry)
                        .filter(changed -> changed.id().equals(id))
                        .ifPresent(changed -> changed(changed, entry));
            }
        }

        private boolean isAboutIt(Fields receipt) {
            return receipt.get("alerts").orElse(null) instanceof Value.Sequence alerts
                    && alerts.values().contains(new Value.Text(id));
        }

        private void changed(Alert changed, Fields entry) {
            alert = Optional.of(changed);
            if (entry.get("context").orElse(null) instanceof Fields told && !isEmpty(told)) {
                context = told;
            }
            Fields.Builder event = Fields.builder();
            for (String name : List.of("timestamp", "event", "reason", "level", "state", "value", "message")) {
                entry.get(name).ifPresent(value -> event.put(name, value));
            }
            keep(events, event.build());
        }

        private static boolean isEmpty(Fields context) {
            return context.values().values().stream()
                    .allMatch(value -> value instanceof Value.Sequence list
                            && list.values().isEmpty());
        }

        private static void keep(Deque<Fields> all, Fields one) {
            all.add(one);
            if (all.size() > MOST) {
                all.remove();
            }
        }

        Optional<AlertStory> story() {
            return alert.map(now -> new AlertStory(now, context, new ArrayList<>(events), new ArrayList<>(receipts)));
        }
    }
}
