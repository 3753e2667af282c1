package io.hostpulse.exporter.sink.sql;

import io.hostpulse.common.config.ConfigNode;
import io.hostpulse.exporter.sink.SinkType;

/** Writes to MariaDB or MySQL. */
public final class MysqlSinkType implements SinkType {

    /** Is ready at once. */
    public MysqlSinkType() {}

    @Override
    public String name() {
        return "mysql";
    }

    @Override
    public Opener configure(ConfigNode options) {
        SqlDialect dialect = new MysqlDialect();
        SqlOptions read = SqlOptions.read(options, dialect);
        return surroundings -> new SqlSink(read, dialect);
    }
}
