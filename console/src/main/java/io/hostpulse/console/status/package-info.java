/**
 * What runs and how the streams are doing. Acquisition reads /proc, state files and queues into immutable records; rendering
 * turns the records into tables or fields. Neither knows the other's sources or sinks.
 */
package io.hostpulse.console.status;
