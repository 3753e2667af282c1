/** Takes records apart into the numbers and texts that stores of series want, with bounded names. Pure. */
package io.hostpulse.exporter.sink.point;
