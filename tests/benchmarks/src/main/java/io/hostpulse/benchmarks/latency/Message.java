package io.hostpulse.benchmarks.latency;

import io.hostpulse.common.codec.Rfc3339;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is of interest in a {@code monitoring_data} message.
 *
 * @param sampleTime the moment it is about, epoch nanoseconds
 * @param tick that moment's number
 * @param ageMillis the age of its youngest stream when it was composed, in whole milliseconds
 */
record Message(long sampleTime, long tick, long ageMillis) {

    private static final String TYPE = "{\"type\":\"monitoring_data\"";
    private static final Pattern HEAD = Pattern.compile("\"timestamp\":\"([^\"]+)\",\"tick\":(\\d+)");
    private static final Pattern AGE = Pattern.compile("\"age_ms\":(\\d+)");

    static Optional<Message> parse(ByteBuffer payload) {
        String text = StandardCharsets.UTF_8.decode(payload).toString();
        Matcher head = HEAD.matcher(text);
        if (!text.startsWith(TYPE) || !head.find()) {
            return Optional.empty();
        }
        long sampleTime = Rfc3339.parse(head.group(1));
        return Optional.of(new Message(sampleTime, Long.parseLong(head.group(2)), youngest(text)));
    }

    private static long youngest(String text) {
        return AGE.matcher(text)
                .results()
                .mapToLong(age -> Long.parseLong(age.group(1)))
                .min()
                .orElse(0);
    }
}
