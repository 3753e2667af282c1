package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Adds numbers and the rates of counters that are read together. Used by one thread. */
public final class NumberFields implements FieldGroup {

    private final Numbers numbers;
    private final List<NumberField> fields;
    private final RateMeter meter;

    /**
     * Nothing is read yet.
     *
     * @param numbers reads the numbers
     * @param nanoTime a clock that never goes back, in nanoseconds
     * @param fields which of them become which fields, in order
     */
    public NumberFields(Numbers numbers, LongSupplier nanoTime, NumberField... fields) {
        this.numbers = numbers;
        this.fields = List.of(fields);
        this.meter = new RateMeter(nanoTime);
    }

    @Override
    public void addTo(Fields.Builder builder) {
        try {
            add(builder, numbers.read());
        } catch (IOException e) {
            fields.forEach(field -> field.missing(builder, "it cannot be read: " + e.getMessage()));
        }
    }

    private void add(Fields.Builder builder, Map<String, Long> read) {
        fields.forEach(field -> field.add(builder, read.get(field.number()), meter));
    }

    @Override
    public void close() {
        numbers.close();
    }
}
