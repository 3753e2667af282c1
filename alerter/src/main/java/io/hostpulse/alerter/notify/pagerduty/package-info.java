/** The handler {@code pagerduty}: events of version 2, one for each alert. */
package io.hostpulse.alerter.notify.pagerduty;
