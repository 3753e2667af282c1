/** Sends mail. The only place that knows Jakarta Mail, whose classes are loaded once a handler of this kind is configured. */
package io.hostpulse.alerter.notify.email;
