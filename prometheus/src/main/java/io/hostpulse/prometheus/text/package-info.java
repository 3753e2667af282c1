/** Metrics as text: which form a client wants, and the bytes. */
package io.hostpulse.prometheus.text;
