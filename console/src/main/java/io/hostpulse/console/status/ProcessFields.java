package io.hostpulse.console.status;

import io.hostpulse.common.model.Fields;
import io.hostpulse.common.status.ProcessStatus;
import io.hostpulse.common.status.Usage;

/** Shows processes to a program. */
final class ProcessFields {

    Fields of(ProcessStatus process) {
        Fields.Builder fields = Fields.builder()
                .put("name", process.name())
                .put("state", process.state().label());
        process.usage().ifPresent(usage -> addUsage(fields.put("pid", process.pid()), usage));
        process.heartbeatAge()
                .ifPresent(age -> fields.put("heartbeat_age_seconds", age / StatusFields.NANOS_PER_SECOND));
        process.condition().ifPresent(condition -> fields.put("condition", condition));
        process.restarts().ifPresent(restarts -> fields.put("restarts", restarts));
        process.lastExit().ifPresent(exit -> fields.put("last_exit", exit));
        process.nextStartSeconds().ifPresent(next -> fields.put("next_start", StatusFields.seconds(next)));
        return fields.build();
    }

    private static void addUsage(Fields.Builder fields, Usage usage) {
        fields.put("uptime_seconds", usage.ageNanos() / StatusFields.NANOS_PER_SECOND);
        usage.memory()
                .ifPresentOrElse(
                        memory -> fields.put("memory_bytes", memory.bytes()).put("memory_kind", memory.kind()),
                        () -> fields.missing("memory_bytes", "not readable for this user"));
        usage.cpuPercent()
                .ifPresentOrElse(
                        percent -> fields.put("cpu_percent_lifetime_average", percent),
                        () -> fields.missing("cpu_percent_lifetime_average", "just started"));
    }
}
