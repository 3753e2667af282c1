package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;

/**
 * A field that this system never has.
 *
 * @param name the field
 * @param reason why
 */
public record MissingField(String name, String reason) implements FieldGroup {

    @Override
    public void addTo(Fields.Builder fields) {
        fields.missing(name, reason);
    }
}
