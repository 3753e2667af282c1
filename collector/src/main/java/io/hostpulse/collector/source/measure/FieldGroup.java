package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;

/**
 * Fields that are read together. What cannot be read is added as missing, with its reason, so that one group never costs the
 * others. Used by one thread.
 */
public interface FieldGroup extends AutoCloseable {

    /**
     * Reads the fields and adds them.
     *
     * @param fields where they are added; always under the same names
     */
    void addTo(Fields.Builder fields);

    /** Does what would take too long inside a reading; called after each. */
    default void prepareNext() {}

    @Override
    default void close() {}
}
