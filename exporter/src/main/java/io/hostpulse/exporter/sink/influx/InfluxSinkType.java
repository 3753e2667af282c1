package io.hostpulse.exporter.sink.influx;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.sink.SinkType;

/** Writes to InfluxDB 1 or 2. */
public final class InfluxSinkType implements SinkType {

    /** Is ready at once. */
    public InfluxSinkType() {}

    @Override
    public String name() {
        return "influx";
    }

    @Override
    public Opener configure(ConfigNode options) {
        InfluxOptions read = InfluxOptions.read(options);
        return surroundings -> new InfluxSink(read);
    }
}
