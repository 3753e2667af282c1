/** Runs sinks: reads for each of them, gathers batches, tries again, sets aside what is refused, and moves their cursors. */
package io.hostpulse.exporter.host;
