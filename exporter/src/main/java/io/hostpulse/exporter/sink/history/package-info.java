/** The embedded history as a sink: it says of itself where it stands, so that nothing is in it twice and nothing is missing. */
package io.hostpulse.exporter.sink.history;
