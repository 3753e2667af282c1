/** Reads the newest records from the queues. */
package io.hostpulse.prometheus.read;
