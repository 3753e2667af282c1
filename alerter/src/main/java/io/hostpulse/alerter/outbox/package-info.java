/** What is still to be sent, one outbox for each handler: at least once, in order, and never forgotten silently. */
package io.hostpulse.alerter.outbox;
