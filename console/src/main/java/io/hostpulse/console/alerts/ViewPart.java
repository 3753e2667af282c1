package io.hostpulse.console.alerts;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.control.AlerterViewFields;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Shows to programs one list of the alerter's view. */
public final class ViewPart {

    private ViewPart() {}

    /**
     * Builds the document.
     *
     * @param watch what is known; with a view
     * @param list the list's name, for example {@code handlers}
     * @param wanted which of its elements
     * @return {@code known}, the list and how much is left out of it
     */
    public static Fields of(Watch watch, String list, Predicate<Fields> wanted) {
        Fields view = AlerterViewFields.of(watch.view().orElseThrow());
        Fields.Builder fields = Fields.builder().put("timestamp", Rfc3339.format(watch.now()));
        AlertsFields.addWatch(fields, watch);
        fields.put(list, elements(view, list).stream().filter(wanted).toList());
        Optional<Value> leftOut = view.get("left_out").flatMap(counts -> ((Fields) counts).get(list));
        leftOut.ifPresent(count -> fields.put("left_out", count));
        return fields.build();
    }

    private static List<Fields> elements(Fields view, String list) {
        Value.Sequence elements = (Value.Sequence) view.get(list).orElse(new Value.Sequence(List.of()));
        return elements.values().stream().map(Fields.class::cast).toList();
    }
}
