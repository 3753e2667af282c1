package io.hostpulse.history;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.common.alert.AlertFields;
import io.hostpulse.common.codec.PayloadReader;
import io.hostpulse.common.codec.PayloadWriter;
import io.hostpulse.common.codec.RecordFormatException;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps every alert as it stood last: one row each, with its columns for people and all of its fields for programs. */
final class AlertTable {

    /** The stream that the alerter writes. */
    static final String STREAM = "alerts";

    private static final Logger LOG = LoggerFactory.getLogger(AlertTable.class);

    private final Database database;
    private final PayloadWriter writer = new PayloadWriter();
    private final PayloadReader reader = new PayloadReader();

    AlertTable(Database database) {
        this.database = database;
    }

    /** Takes an entry of the alerter's journal; only changes of alerts are kept. */
    void take(long sequence, Fields entry) {
        if (!entry.get("entry").equals(Optional.of(new Value.Text("changed")))) {
            return;
        }
        try {
            save(AlertFields.parse(entry));
        } catch (RecordFormatException e) {
            LOG.warn("entry {} of the alerts is not kept in the history: {}", sequence, e.getMessage());
        }
    }

    private void save(Alert alert) {
        database.update(
                "insert or replace into alert (id, since, updated, resolved, rule, dimension, component, metric, level,"
                        + " state, value, threshold, message, acknowledged, fields)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                alert.id(),
                alert.since(),
                alert.updated(),
                alert.resolved().isPresent() ? alert.resolved().getAsLong() : null,
                alert.key().rule(),
                alert.key().dimension(),
                alert.component(),
                alert.metric(),
                alert.level().name(),
                alert.state().label(),
                nullable(alert.measured().value()),
                nullable(alert.measured().threshold()),
                alert.message(),
                alert.acknowledged().isPresent() ? 1 : 0,
                json(AlertFields.of(alert)));
    }

    private static Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private String json(Fields fields) {
        ByteBuffer bytes = writer.write(fields);
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    /** Those that were on at any time between these two, the one that began last first. */
    List<Alert> between(long from, long to, int limit) {
        return database.list(
                "select fields from alert where since <= ? and (resolved is null or resolved >= ?)"
                        + " order by since desc, id limit ?",
                row -> AlertFields.parse(reader.read(row.getString(1).getBytes(StandardCharsets.UTF_8))),
                to,
                from,
                limit);
    }
}
