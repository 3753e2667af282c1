/** From one message to every client: each gets the same bytes, and none waits for another. */
package io.hostpulse.broker.fanout;
