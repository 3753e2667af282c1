package io.hostpulse.broker.rest.endpoint;

import io.hostpulse.common.model.Fields;
import java.util.List;
import java.util.Set;

/**
 * A broker in whatever state.
 *
 * @param troubles what is wrong with it
 * @param streams those that are configured
 */
public record FakeVitals(List<String> troubles, Set<String> streams) implements Vitals {

    @Override
    public Fields figures() {
        return Fields.NONE;
    }
}
