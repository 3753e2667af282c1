package io.hostpulse.collector.source.process;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.model.Value;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is told of one process.
 *
 * @param pid its number
 * @param parentPid its parent's number; 0 for none
 * @param name its name; may hold any character
 * @param command its command line without secrets; nothing when command lines are not wanted
 * @param user the account with whose rights it acts
 * @param state what it was doing
 * @param threads how many it has
 * @param openFiles how many files, sockets and the like it has open
 * @param memory the bytes of its that are in memory
 * @param memoryPercent the same in percent of the host's memory
 * @param cpuPercent the processor time that it used, in percent of one core
 * @param readRate bytes per second that it made disks read
 * @param writeRate bytes per second that it made disks write
 * @param start when it was started, to the second
 */
public record ProcessRow(
        int pid,
        int parentPid,
        String name,
        Optional<Value> command,
        Value user,
        ProcessState state,
        int threads,
        Value openFiles,
        long memory,
        Value memoryPercent,
        Value cpuPercent,
        Value readRate,
        Value writeRate,
        Instant start) {

    /**
     * Puts it in the form of the data.
     *
     * @return one field for each component, named as docs/METRICS.md has it
     */
    public Fields fields() {
        Fields.Builder fields = Fields.builder();
        fields.put("pid", pid).put("parent_pid", parentPid).put("name", name);
        command.ifPresent(text -> fields.put("command", text));
        fields.put("user", user).put("state", state.label()).put("threads", threads);
        fields.put("open_files", openFiles).put("memory", memory).put("memory_percent", memoryPercent);
        fields.put("cpu_percent", cpuPercent);
        fields.put("read_bytes_per_sec", readRate).put("write_bytes_per_sec", writeRate);
        return fields.put("start_time", start.toString()).build();
    }
}
