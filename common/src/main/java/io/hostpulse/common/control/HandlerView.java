package io.hostpulse.common.control;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import java.util.OptionalLong;

/**
 * One handler, and how it is doing. The counts are of this life of the alerter and as far back as its journal reaches.
 *
 * @param name its name in the configuration
 * @param type what kind it is
 * @param enabled whether it sends; by configuration, or by the last order about it
 * @param queued how many notifications wait to be sent
 * @param handled how many arrived
 * @param failed how many attempts failed, those that were tried again among them
 * @param dead how many notifications were given up and can be sent again
 * @param lastDelivered when something arrived last, epoch nanoseconds
 * @param lastError why the last failure was one; empty when there was none
 * @param lastErrorAt when that was, epoch nanoseconds
 */
public record HandlerView(
        String name,
        String type,
        boolean enabled,
        long queued,
        long handled,
        long failed,
        long dead,
        OptionalLong lastDelivered,
        String lastError,
        OptionalLong lastErrorAt) {

    static HandlerView parse(Fields fields) {
        Lenient read = new Lenient(fields);
        return new HandlerView(
                read.text("name"),
                read.text("type"),
                read.flag("enabled"),
                read.whole("queued"),
                read.whole("handled"),
                read.whole("failed"),
                read.whole("dead"),
                read.time("last_delivered"),
                read.text("last_error"),
                read.time("last_error_at"));
    }

    Fields fields() {
        Fields.Builder fields = Fields.builder()
                .put("name", name)
                .put("type", type)
                .put("enabled", enabled)
                .put("queued", queued)
                .put("handled", handled)
                .put("failed", failed)
                .put("dead", dead);
        lastDelivered.ifPresent(at -> fields.put("last_delivered", Rfc3339.format(at)));
        fields.put("last_error", lastError);
        lastErrorAt.ifPresent(at -> fields.put("last_error_at", Rfc3339.format(at)));
        return fields.build();
    }
}
