package io.hostpulse.broker.control;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Optional;

/** Looks for the answer to one order. */
final class OrderSearch {

    private final Value stream;
    private final Value sequence;
    private Optional<Fields> found = Optional.empty();

    OrderSearch(String stream, long sequence) {
        this.stream = new Value.Text(stream);
        this.sequence = new Value.Whole(sequence);
    }

    void hear(String kind, Fields entry) {
        if (kind.equals("ordered")
                && entry.get("order").orElse(null) instanceof Fields order
                && order.get("stream").equals(Optional.of(stream))
                && order.get("sequence").equals(Optional.of(sequence))) {
            found = Optional.of(entry);
        }
    }

    Optional<Fields> found() {
        return found;
    }
}
