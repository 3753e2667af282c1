/** The page that Prometheus reads, on a port of the exporter's own. */
package io.hostpulse.exporter.prometheus;
