package io.hostpulse.console.status;

import io.hostpulse.common.codec.Rfc3339;
import io.hostpulse.common.model.Fields;
import io.hostpulse.common.status.StreamStatus;
import io.hostpulse.common.status.StreamStatus.Consumer;
import io.hostpulse.common.status.StreamStatus.Recent;
import java.util.Locale;

/** Shows streams to a program. */
record StreamFields(long now) {

    Fields of(StreamStatus stream) {
        Fields.Builder fields = Fields.builder()
                .put("name", stream.name())
                .put("fresh", stream.isFresh(now))
                .put("interval_seconds", stream.descriptor().interval().toNanos() / StatusFields.NANOS_PER_SECOND)
                .put("writer", stream.descriptor().writer())
                .put("writer_alive", stream.writerAlive())
                .put("files", stream.disk().files())
                .put("bytes_on_disk", stream.disk().bytes());
        stream.recent().ifPresent(recent -> addRecent(fields, recent));
        stream.problem().ifPresent(problem -> fields.put("problem", problem));
        return fields.put(
                        "consumers",
                        stream.consumers().stream().map(StreamFields::consumer).toList())
                .build();
    }

    private void addRecent(Fields.Builder fields, Recent recent) {
        fields.put("last_sequence", recent.lastSequence())
                .put("last_timestamp", Rfc3339.format(recent.newestTime()))
                .put("age_seconds", (now - recent.newestTime()) / StatusFields.NANOS_PER_SECOND)
                .put("kind", recent.kind().name().toLowerCase(Locale.ROOT));
        recent.reason().ifPresent(reason -> fields.put("reason", reason));
        if (recent.isStopped()) {
            fields.put("stopped", true);
        }
        recent.perSecond()
                .ifPresentOrElse(
                        rate -> fields.put("records_per_second", rate),
                        () -> fields.missing("records_per_second", "fewer than two records"));
    }

    private static Fields consumer(Consumer consumer) {
        return Fields.builder()
                .put("name", consumer.name())
                .put("sequence", consumer.sequence())
                .put("lag", consumer.lag())
                .put("lost", consumer.lost())
                .build();
    }
}
