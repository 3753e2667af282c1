/** The handler {@code discord}: a webhook of Discord. */
package io.hostpulse.alerter.notify.discord;
