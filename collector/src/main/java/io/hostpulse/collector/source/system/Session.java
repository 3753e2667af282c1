package io.hostpulse.collector.source.system;

import io.hostpulse.common.model.Fields;
import java.time.Instant;

/**
 * Somebody who is logged in.
 *
 * @param user the name of the account
 * @param terminal where, such as {@code pts/0}
 * @param since when the session began
 */
record Session(String user, String terminal, Instant since) {

    Fields fields() {
        return Fields.builder()
                .put("user", user)
                .put("terminal", terminal)
                .put("since", since.toString())
                .build();
    }
}
