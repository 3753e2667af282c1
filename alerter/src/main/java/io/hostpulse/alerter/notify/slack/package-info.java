/** The handler {@code slack}: an incoming webhook of Slack, or of what understands the same. */
package io.hostpulse.alerter.notify.slack;
