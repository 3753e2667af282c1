/** What an alert is, for who raises it and for everybody who shows it: the alerter, the broker, the exporter, the console. */
package io.hostpulse.common.alert;
