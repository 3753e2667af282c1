package io.hostpulse.common.export;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What a sink is doing, as the exporter shows it in {@code data/run/exporter.json}. Times are epoch nanoseconds, 0 for never.
 *
 * @param name its name in the configuration
 * @param type its kind
 * @param state what it is doing
 * @param written records written since the exporter began
 * @param refused records that it refused for good, which are in its dead letters
 * @param missing records that were gone before they could be read
 * @param failures attempts that did not succeed
 * @param backlog records that are there and not written
 * @param behind how old the oldest of them is, in seconds
 * @param rate records written each second, over the last ten seconds or so
 * @param position the sample time of the newest record written
 * @param caughtUp how much of a backlog has been written, 0 to 1; 1 when there is none to speak of
 * @param error the last thing that went wrong; empty for nothing
 * @param errorAt when that was
 * @param nextAttempt when it tries again, while it waits after a failure
 * @param size bytes that it takes on this host's disk; empty when that is not known, or is somebody else's business
 */
public record SinkView(
        String name,
        String type,
        State state,
        long written,
        long refused,
        long missing,
        long failures,
        long backlog,
        double behind,
        double rate,
        long position,
        double caughtUp,
        String error,
        long errorAt,
        long nextAttempt,
        OptionalLong size) {

    /** What a sink can be doing. */
    public enum State {
        /** It keeps up. */
        RUNNING,
        /** It writes what was there before, faster than it comes. */
        CATCHING_UP,
        /** The last attempt failed, and it waits for the next. */
        RETRYING;

        /**
         * Shows the state to people and programs.
         *
         * @return a word
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Writes it down.
     *
     * @return its fields
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder()
                .put("name", name)
                .put("type", type)
                .put("state", state.label())
                .put("written", written)
                .put("refused", refused)
                .put("missing", missing)
                .put("failures", failures)
                .put("backlog", backlog)
                .put("behind_s", behind)
                .put("rate", rate);
        time(fields, "position", position);
        fields.put("caught_up", caughtUp).put("error", error);
        time(fields, "error_at", errorAt);
        time(fields, "next_attempt", nextAttempt);
        size.ifPresent(bytes -> fields.put("size_bytes", bytes));
        return fields.build();
    }

    private static void time(Fields.Builder fields, String name, long at) {
        fields.put(name, at == 0 ? "" : Rfc3339.format(at));
    }

    static SinkView parse(Fields fields) {
        return new SinkView(
                text(fields, "name"),
                text(fields, "type"),
                State.valueOf(text(fields, "state").toUpperCase(Locale.ROOT).replace('-', '_')),
                whole(fields, "written"),
                whole(fields, "refused"),
                whole(fields, "missing"),
                whole(fields, "failures"),
                whole(fields, "backlog"),
                real(fields, "behind_s"),
                real(fields, "rate"),
                time(fields, "position"),
                real(fields, "caught_up"),
                text(fields, "error"),
                time(fields, "error_at"),
                time(fields, "next_attempt"),
                fields.get("size_bytes").isPresent()
                        ? OptionalLong.of(whole(fields, "size_bytes"))
                        : OptionalLong.empty());
    }

    private static Value value(Fields fields, String name) {
        return fields.get(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is absent"));
    }

    private static String text(Fields fields, String name) {
        return ((Value.Text) value(fields, name)).value();
    }

    private static long whole(Fields fields, String name) {
        return ((Value.Whole) value(fields, name)).value();
    }

    private static double real(Fields fields, String name) {
        return value(fields, name) instanceof Value.Whole whole
                ? whole.value()
                : ((Value.Real) value(fields, name)).value();
    }

    private static long time(Fields fields, String name) {
        String text = text(fields, name);
        return text.isEmpty() ? 0 : Rfc3339.parse(text);
    }
}
