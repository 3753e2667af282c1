/** Looks into the history, beside everything else that the broker does. */
package io.hostpulse.broker.history;
