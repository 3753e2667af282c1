package io.hostpulse.console.alerts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows moments to people, to the second, as the clocks of a zone show them. */
final class LocalMoments {

    private final DateTimeFormatter form;

    LocalMoments(ZoneId zone) {
        form = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(zone);
    }

    String text(long epochNanos) {
        return form.format(Instant.ofEpochSecond(0, epochNanos));
    }

    Optional<String> text(OptionalLong epochNanos) {
        return epochNanos.isPresent() ? Optional.of(text(epochNanos.getAsLong())) : Optional.empty();
    }
}
