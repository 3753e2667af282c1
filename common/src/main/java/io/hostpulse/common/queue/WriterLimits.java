package io.hostpulse.common.queue;

import java.time.Duration;

/**
 * What a stream's writer may take from the disk and what it owes it.
 *
 * @param retention how much is kept
 * @param space how much must stay free
 * @param syncInterval how often written records are forced to the disk; zero leaves it to the kernel
 */
public record WriterLimits(RetentionLimits retention, SpaceLimits space, Duration syncInterval) {}
