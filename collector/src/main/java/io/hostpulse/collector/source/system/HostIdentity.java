package io.hostpulse.collector.source.system;

import io.hostpulse.common.model.Value;

/**
 * What does not change while a host runs.
 *
 * @param osName the operating system, such as {@code Linux}
 * @param osVersion its build, such as {@code #1 SMP Debian 6.1.128-1}
 * @param osRelease its release, such as {@code 6.1.0-31-amd64}
 * @param distribution its name for people, such as {@code Debian GNU/Linux 12 (bookworm)}
 * @param machine the hardware architecture, such as {@code x86_64}
 * @param processor the model of the processor
 */
record HostIdentity(
        String osName, Value osVersion, Value osRelease, Value distribution, Value machine, Value processor) {}
