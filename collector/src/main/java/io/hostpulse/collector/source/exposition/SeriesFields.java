package io.hostpulse.collector.source.exposition;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where series stand in a reading: one without labels is {@code values.NAME}, those with labels are elements of the list
 * {@code series.NAME}, each with {@code labels} and {@code value}. So a path names the metric, and the labels choose among its
 * elements. Whole numbers stay whole.
 */
public final class SeriesFields {

    /** Beyond this a double no longer tells neighbouring whole numbers apart. */
    private static final double EXACT = 1L << 53;

    private SeriesFields() {}

    /**
     * Adds {@code values} and {@code series}.
     *
     * @param fields where to add them
     * @param all the series
     */
    public static void add(Fields.Builder fields, Collection<Series> all) {
        Fields.Builder values = Fields.builder();
        Map<String, List<Value>> labelled = new LinkedHashMap<>();
        for (Series series : all) {
            if (series.labels().isEmpty()) {
                values.put(series.name(), value(series.value()));
            } else {
                labelled.computeIfAbsent(series.name(), unseen -> new ArrayList<>())
                        .add(element(series));
            }
        }
        Fields.Builder lists = Fields.builder();
        labelled.forEach(lists::put);
        fields.put("values", values.build()).put("series", lists.build());
    }

    private static Fields element(Series series) {
        Fields.Builder labels = Fields.builder();
        series.labels().forEach(labels::put);
        return Fields.builder()
                .put("labels", labels.build())
                .put("value", value(series.value()))
                .build();
    }

    /**
     * Turns a number into a value.
     *
     * @param number any number
     * @return it; what is not finite is missing, with what it was as the reason
     */
    public static Value value(double number) {
        if (!Double.isFinite(number)) {
            return new Value.Missing(Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf");
        }
        boolean whole = number == Math.rint(number) && Math.abs(number) < EXACT;
        return whole ? new Value.Whole((long) number) : new Value.Real(number);
    }
}
