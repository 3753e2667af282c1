/** A file for each violation of a rule, with everything that was measured at that moment. */
package io.hostpulse.exporter.sink.violation;
