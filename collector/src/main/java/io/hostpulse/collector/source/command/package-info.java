/** A program of the user's own, run with {@code common.program}, and what it writes: values as JSON, as pairs, or as Prometheus reads them. */
package io.hostpulse.collector.source.command;
