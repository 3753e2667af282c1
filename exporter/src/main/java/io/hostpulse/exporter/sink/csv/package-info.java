/** Files of comma-separated values, one row of files for each stream. */
package io.hostpulse.exporter.sink.csv;
