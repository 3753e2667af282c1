package io.hostpulse.console;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;

/** The streams that an order to stop or start is about. */
final class MonitoredStreams {

    private MonitoredStreams() {}

    /** The order's arguments: none for everything. */
    static Fields.Builder arguments(List<String> streams) {
        Fields.Builder arguments = Fields.builder();
        return streams.isEmpty()
                ? arguments
                : arguments.put(
                        "streams", streams.stream().<Value>map(Value.Text::new).toList());
    }

    /** The beginning of a sentence about them. */
    static String shown(List<String> streams) {
        if (streams.isEmpty()) {
            return "everything is";
        }
        return String.join(", ", streams) + (streams.size() == 1 ? " is" : " are");
    }
}
