/** From the queues to one message: what is newest in every stream, when a tick is complete, and its bytes. */
package io.hostpulse.broker.feed;
