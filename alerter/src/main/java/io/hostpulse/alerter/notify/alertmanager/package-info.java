/** The handler {@code alertmanager}: alerts for Prometheus' Alertmanager, as Prometheus itself sends them. */
package io.hostpulse.alerter.notify.alertmanager;
