/**
 * What every Hostpulse process shares: its short main, exit codes, data directory, logging, mark file and the loop that calls
 * its agent. The only place that reads the clock or sleeps.
 */
package io.hostpulse.common.process;
