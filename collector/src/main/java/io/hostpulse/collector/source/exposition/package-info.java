/** The text format in which Prometheus' exporters write their numbers, and how its series become fields. */
package io.hostpulse.collector.source.exposition;
