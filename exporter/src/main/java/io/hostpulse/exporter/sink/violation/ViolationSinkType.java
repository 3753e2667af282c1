package io.hostpulse.exporter.sink.violation;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.sink.SinkType;
import java.util.List;

/** Writes a file for each violation of a rule. */
public final class ViolationSinkType implements SinkType {

    /** Is ready at once. */
    public ViolationSinkType() {}

    @Override
    public String name() {
        return "violation";
    }

    /** The journal of the alerter, in which violations stand. */
    @Override
    public List<String> streams() {
        return List.of("alerts");
    }

    @Override
    public Opener configure(ConfigNode options) {
        ViolationOptions read = ViolationOptions.read(options);
        return surroundings -> new ViolationSink(read, surroundings);
    }
}
