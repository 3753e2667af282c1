/** The handler {@code webhook}: a POST to any server, in our own form, in one that others know, or in the user's. */
package io.hostpulse.alerter.notify.webhook;
