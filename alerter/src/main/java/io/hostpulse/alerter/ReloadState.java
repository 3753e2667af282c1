package io.hostpulse.alerter;

/**
 * What came of the newest reading of the configuration.
 *
 * @param at when it was read, epoch nanoseconds
 * @param problem why it is not in force, all of it; empty when it is
 */
record ReloadState(long at, String problem) {}
