/** Files of JSON. */
package io.hostpulse.exporter.sink.json;
