package io.hostpulse.exporter;

import io.hostpulse.exporter.sink.SinkType;
import io.hostpulse.exporter.sink.csv.CsvSinkType;
import io.hostpulse.exporter.sink.influx.InfluxSinkType;
import io.hostpulse.exporter.sink.json.JsonSinkType;
import io.hostpulse.exporter.sink.sql.MysqlSinkType;
import io.hostpulse.exporter.sink.sql.PostgresSinkType;
import io.hostpulse.exporter.sink.violation.ViolationSinkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of sink there are, one line for each, and those of plugins. Immutable.
 *
 * @param all them, in the order in which they are shown; of two with one name the first counts
 */
record SinkTypes(List<SinkType> all) {

    /** Without plugins. */
    static final SinkTypes OWN = new SinkTypes(List.of(
            new JsonSinkType(),
            new CsvSinkType(),
            new ViolationSinkType(),
            new InfluxSinkType(),
            new PostgresSinkType(),
            new MysqlSinkType()));

    SinkTypes {
        all = List.copyOf(all);
    }

    SinkTypes and(List<SinkType> plugins) {
        List<SinkType> both = new ArrayList<>(all);
        both.addAll(plugins);
        return new SinkTypes(both);
    }

    Optional<SinkType> named(String name) {
        return all.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    List<String> names() {
        return all.stream().map(SinkType::name).toList();
    }
}
