package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;

/**
 * A text that does not change.
 *
 * @param name the field
 * @param text its value
 */
public record TextField(String name, String text) implements FieldGroup {

    @Override
    public void addTo(Fields.Builder fields) {
        fields.put(name, text);
    }
}
