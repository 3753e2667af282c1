package io.hostpulse.collector.source.system;

import java.time.Instant;

/**
 * What changes while a host runs.
 *
 * @param hostname its name
 * @param processes how many processes there are
 * @param threads how many threads all of them have
 * @param bootTime when it was started
 * @param uptimeSeconds for how long it has been running
 */
record HostState(String hostname, long processes, long threads, Instant bootTime, double uptimeSeconds) {}
