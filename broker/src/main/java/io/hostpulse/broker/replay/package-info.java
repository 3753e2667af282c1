/** What clients missed, read out of the queues again, beside the live messages and never in their way. */
package io.hostpulse.broker.replay;
