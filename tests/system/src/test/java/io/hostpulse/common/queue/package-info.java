/** The door through which the fault campaign enters the queue's package. */
package io.hostpulse.common.queue;
