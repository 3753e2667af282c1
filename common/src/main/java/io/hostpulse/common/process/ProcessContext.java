package io.hostpulse.common.process;

/**
 * What a process is given when it is put together.
 *
 * @param name its name
 * @param data where it may write
 * @param clock its time
 * @param mark where it shows its counters
 * @param stop ends it as SIGTERM would; may be called by any thread
 */
public record ProcessContext(String name, DataDirectory data, EpochClock clock, MarkFile mark, Runnable stop) {}
