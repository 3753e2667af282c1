/** What is known of the host at one moment; pure. */
package io.hostpulse.prometheus.state;
