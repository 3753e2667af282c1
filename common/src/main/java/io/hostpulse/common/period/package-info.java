/** Any period of any streams, read out of the queues and written as text piece by piece: for the console and for the broker. */
package io.hostpulse.common.period;
