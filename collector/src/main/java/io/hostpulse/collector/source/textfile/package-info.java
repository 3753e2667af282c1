/** Numbers that other programs leave in files, in the text format of Prometheus, as for node_exporter's textfile collector. */
package io.hostpulse.collector.source.textfile;
