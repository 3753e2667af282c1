/** The broker: tails every stream and gives its clients the whole machine over WebSocket, one encoded message for all. */
package io.hostpulse.broker;
