package io.hostpulse.client.message;

import java.util.List;

/**
 * Processes. This stream comes only when it is asked for by name.
 *
 * @param total how many there are
 * @param threads their threads
 * @param topCpu those that used most processor time
 * @param topMemory those with most memory
 * @param fields these and all others
 */
public record Processes(
        Measured<Long> total,
        Measured<Long> threads,
        Measured<List<ProcessEntry>> topCpu,
        Measured<List<ProcessEntry>> topMemory,
        Fields fields) {

    static Processes of(Fields fields) {
        return new Processes(
                fields.whole("total"),
                fields.whole("threads"),
                fields.objects("top_cpu", ProcessEntry::of),
                fields.objects("top_memory", ProcessEntry::of),
                fields);
    }
}
