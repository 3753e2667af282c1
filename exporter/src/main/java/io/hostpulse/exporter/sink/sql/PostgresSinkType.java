package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.sink.SinkType;

/** Writes to PostgreSQL, also with TimescaleDB. */
public final class PostgresSinkType implements SinkType {

    /** Is ready at once. */
    public PostgresSinkType() {}

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Opener configure(ConfigNode options) {
        SqlDialect dialect = new PostgresDialect();
        SqlOptions read = SqlOptions.read(options, dialect);
        return surroundings -> new SqlSink(read, dialect);
    }
}
