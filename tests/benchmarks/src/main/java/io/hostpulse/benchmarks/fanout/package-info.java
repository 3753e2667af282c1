/** How fast a message reaches ten thousand WebSocket clients: a load generator, and servers to hold against each other. */
package io.hostpulse.benchmarks.fanout;
