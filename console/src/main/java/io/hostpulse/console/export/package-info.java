/** Writes recorded periods in the forms in which the exporter's sinks write them. */
package io.hostpulse.console.export;
