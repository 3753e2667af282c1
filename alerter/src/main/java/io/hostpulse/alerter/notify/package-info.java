/** What leaves this machine about an alert: the message, the handlers that send it, and what came of it. */
package io.hostpulse.alerter.notify;
