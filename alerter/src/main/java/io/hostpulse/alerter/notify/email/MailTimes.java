package io.hostpulse.alerter.notify.email;

import io.hostpulse.common.config.ConfigNode;
import java.time.Duration;

/**
 * How long a mail server may take. Jakarta Mail itself would wait for ever.
 *
 * @param connect for the connection
 * @param read for each answer
 * @param all for everything: looking its name up, encrypting, and each write, which no socket's own time-out ends
 */
record MailTimes(Duration connect, Duration read, Duration all) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);
    private static final Duration ALL = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofMillis(10);

    /** An attempt must end within a minute, whatever happens. */
    private static final Duration LONGEST = Duration.ofSeconds(50);

    static MailTimes from(ConfigNode options) {
        return new MailTimes(
                options.duration("connect_timeout", CONNECT, SHORTEST, LONGEST),
                options.duration("read_timeout", READ, SHORTEST, LONGEST),
                options.duration("timeout", ALL, SHORTEST, LONGEST));
    }
}
