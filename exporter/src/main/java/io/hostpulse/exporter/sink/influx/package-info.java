/** InfluxDB 1 and 2 by line protocol over HTTP. */
package io.hostpulse.exporter.sink.influx;
