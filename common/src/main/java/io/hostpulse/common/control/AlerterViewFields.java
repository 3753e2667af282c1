package io.hostpulse.common.control;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The form of the view in its file. Everything is written; in reading, what is absent or strange is empty, because another version
 * may have written it. Thread-safe.
 */
public final class AlerterViewFields {

    private AlerterViewFields() {}

    /**
     * Writes a view.
     *
     * @param view any view
     * @return its fields
     */
    public static Fields of(AlerterView view) {
        return Fields.builder()
                .put("timestamp", Rfc3339.format(view.at()))
                .put("pid", view.pid())
                .put("rules", each(view.rules(), RuleView::fields))
                .put("pending", each(view.pending(), AlertFields::of))
                .put("silences", each(view.silences(), SilenceView::fields))
                .put("handlers", each(view.handlers(), HandlerView::fields))
                .put("dead_letters", each(view.deadLetters(), DeadLetterView::fields))
                .put("reload", view.reload().fields())
                .put("left_out", view.leftOut().fields())
                .build();
    }

    private static <T> List<Fields> each(List<T> all, Function<T, Fields> writer) {
        return all.stream().map(writer).toList();
    }

    /**
     * Reads a view.
     *
     * @param fields what {@link #of} wrote, here or in another version
     * @return the view
     * @throws RecordFormatException when it does not even say when it was written
     */
    public static AlerterView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new AlerterView(
                read.time("timestamp").orElseThrow(() -> new RecordFormatException("it has no 'timestamp'")),
                read.whole("pid"),
                read.objects("rules").stream().map(RuleView::parse).toList(),
                read.objects("pending").stream()
                        .flatMap(AlerterViewFields::alert)
                        .toList(),
                read.objects("silences").stream().map(SilenceView::parse).toList(),
                read.objects("handlers").stream().map(HandlerView::parse).toList(),
                read.objects("dead_letters").stream().map(DeadLetterView::parse).toList(),
                ReloadView.parse(read.object("reload")),
                LeftOut.parse(read.object("left_out")));
    }

    private static Stream<Alert> alert(Fields fields) {
        try {
            return Stream.of(AlertFields.parse(fields));
        } catch (RecordFormatException ofAnotherVersion) {
            return Stream.empty();
        }
    }
}
