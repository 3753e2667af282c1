package io.hostpulse.client.message;

import java.time.Instant;

/**
 * What the stream {@code system} tells of the host.
 *
 * @param osName operating system
 * @param osVersion its build
 * @param osRelease its release
 * @param architecture hardware architecture
 * @param machine hardware architecture
 * @param processor model of the processor
 * @param hostname name of the host
 * @param processes processes that can be seen
 * @param threads threads of all processes
 * @param bootTime when the host was started
 * @param uptimeSeconds for how many seconds it has been running
 * @param fields these and all others
 */
public record OperatingSystem(
        Measured<String> osName,
        Measured<String> osVersion,
        Measured<String> osRelease,
        Measured<String> architecture,
        Measured<String> machine,
        Measured<String> processor,
        Measured<String> hostname,
        Measured<Long> processes,
        Measured<Long> threads,
        Measured<Instant> bootTime,
        Measured<Double> uptimeSeconds,
        Fields fields) {

    static OperatingSystem of(Fields fields) {
        return new OperatingSystem(
                fields.text("os_name"),
                fields.text("os_version"),
                fields.text("os_release"),
                fields.text("architecture"),
                fields.text("machine"),
                fields.text("processor"),
                fields.text("hostname"),
                fields.whole("processes"),
                fields.whole("threads"),
                fields.time("boot_time"),
                fields.number("uptime_seconds"),
                fields);
    }
}
