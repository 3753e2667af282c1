/** How old a sample is when it reaches a WebSocket client. */
package io.hostpulse.benchmarks.latency;
