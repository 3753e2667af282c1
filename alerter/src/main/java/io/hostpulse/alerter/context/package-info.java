/** What else was going on when an alert began, read back from the queues: the top processes, and the metric's last minute. */
package io.hostpulse.alerter.context;
