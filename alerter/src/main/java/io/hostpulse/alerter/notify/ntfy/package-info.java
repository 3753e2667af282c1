/** The handler {@code ntfy}: a push message by ntfy, hosted or one's own. */
package io.hostpulse.alerter.notify.ntfy;
