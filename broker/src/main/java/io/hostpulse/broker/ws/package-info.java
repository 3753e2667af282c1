/** The WebSocket protocol: handshake, what clients ask, and what they are answered. */
package io.hostpulse.broker.ws;
