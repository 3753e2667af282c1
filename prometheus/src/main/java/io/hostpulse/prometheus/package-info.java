/** The newest record of every stream, and the alerts that are on, as Prometheus reads them. For the broker and the exporter. */
package io.hostpulse.prometheus;
