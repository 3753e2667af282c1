/** How sockets are driven on this operating system. */
package io.hostpulse.broker.transport;
