package io.hostpulse.client.message;

/**
 * One process.
 *
 * @param pid its number
 * @param parentPid its parent's number
 * @param name its name
 * @param command its command line without secrets
 * @param user the account with whose rights it acts
 * @param state such as {@code running} or {@code sleeping}
 * @param threads its threads
 * @param memory its resident set in bytes
 * @param memoryPercent the same of the host's memory, 0 to 100
 * @param cpuPercent processor time in percent of one core: four busy threads have 400
 * @param fields these and all others
 */
public record ProcessEntry(
        Measured<Long> pid,
        Measured<Long> parentPid,
        Measured<String> name,
        Measured<String> command,
        Measured<String> user,
        Measured<String> state,
        Measured<Long> threads,
        Measured<Long> memory,
        Measured<Double> memoryPercent,
        Measured<Double> cpuPercent,
        Fields fields) {

    static ProcessEntry of(Fields fields) {
        return new ProcessEntry(
                fields.whole("pid"),
                fields.whole("parent_pid"),
                fields.text("name"),
                fields.text("command"),
                fields.text("user"),
                fields.text("state"),
                fields.whole("threads"),
                fields.whole("memory"),
                fields.number("memory_percent"),
                fields.number("cpu_percent"),
                fields);
    }
}
