package io.hostpulse.collector.source.measure;

import io.hostpulse.common.model.Fields;
import java.util.List;

/**
 * Several groups below one name. Used by one thread.
 *
 * @param name the field that holds theirs
 * @param groups the groups
 */
public record NamedGroup(String name, List<FieldGroup> groups) implements FieldGroup {

    /** Copies the list. */
    public NamedGroup {
        groups = List.copyOf(groups);
    }

    @Override
    public void addTo(Fields.Builder fields) {
        Fields.Builder below = Fields.builder();
        groups.forEach(group -> group.addTo(below));
        fields.put(name, below.build());
    }

    @Override
    public void prepareNext() {
        groups.forEach(FieldGroup::prepareNext);
    }

    @Override
    public void close() {
        groups.forEach(FieldGroup::close);
    }
}
