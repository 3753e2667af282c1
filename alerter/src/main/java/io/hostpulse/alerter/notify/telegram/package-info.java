/** The handler {@code telegram}: a message by a bot. */
package io.hostpulse.alerter.notify.telegram;
