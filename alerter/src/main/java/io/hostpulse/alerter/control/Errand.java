package io.hostpulse.alerter.control;

import io.hostpulse.alerter.fields.FieldReader;
import io.hostpulse.alerter.journal.Entry;
import io.hostpulse.alerter.journal.Journal;
import io.hostpulse.alerter.journal.Order;
import io.hostpulse.common.alert.Note;
import io.hostpulse.common.control.ControlOrder;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.text.Nearest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One order on its way.
 *
 * @param order what was asked for
 * @param now the present time, epoch nanoseconds: what happens now happens now, however long the order has waited
 * @param journal where effects are written
 */
record Errand(Order order, long now, Journal journal) {

    /** Times come back from the journal with microseconds; so they are given out. */
    private static final long MICROSECOND = 1000;

    /** A list of what there is instead is to help, not to fill the screen. */
    private static final int MOST_NAMED = 10;

    FieldReader arguments() {
        return new FieldReader(order.arguments());
    }

    /** Refuses arguments that would be passed over: whoever wrote them meant something by it. */
    void takesOnly(String... names) throws RefusedException {
        known(order.action(), order.arguments(), List.of(names));
    }

    /** The same for what stands inside an argument. */
    void takesOnlyIn(String name, Collection<String> names) throws RefusedException {
        if (order.arguments().get(name).orElse(Fields.NONE) instanceof Fields inner) {
            known(name, inner, names);
        }
    }

    private static void known(String what, Fields fields, Collection<String> names) throws RefusedException {
        for (String name : fields.values().keySet()) {
            if (!names.contains(name)) {
                throw new RefusedException("'" + what + "' has no '" + shortly(name) + "'" + Nearest.hint(name, names)
                        + instead("; it takes ", names));
            }
        }
    }

    /** Says that there is nothing of a name, and what there is. */
    static RefusedException unknown(String kind, String name, Collection<String> names) {
        return new RefusedException("there is no " + kind + " '" + shortly(name) + "'" + Nearest.hint(name, names)
                + instead("; there are ", names));
    }

    private static String instead(String words, Collection<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        return words + String.join(", ", names.stream().limit(MOST_NAMED).toList()) + more;
    }

    private static String shortly(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "…" : name;
    }

    /** The text of a person, not longer than one may be. */
    String text(String name) throws RefusedException {
        String text = arguments().optionalText(name).orElse("").strip();
        if (text.getBytes(StandardCharsets.UTF_8).length > ControlOrder.MAX_TEXT) {
            throw new RefusedException("'" + name + "' has at most " + ControlOrder.MAX_TEXT / 1024 + " KB");
        }
        return text;
    }

    Note note(String text) {
        return new Note(now - Math.floorMod(now, MICROSECOND), order.by(), text);
    }

    /** Writes what happens, marked so that it never happens again. */
    void effect(String result, Entry entry) {
        journal.write(now, asCaused(result).apply(entry));
    }

    UnaryOperator<Entry> asCaused(String result) {
        return entry -> new Entry.ByOrder(order.stream(), order.sequence(), result, entry);
    }
}
