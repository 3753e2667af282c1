/** A sign of life to a watchdog outside: sent as long as the whole chain works, so that its absence says that nobody would be told. */
package io.hostpulse.alerter.heartbeat;
