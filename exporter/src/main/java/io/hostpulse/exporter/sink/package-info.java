/** What a sink is: it writes what it is given and says whether to try again. Everything else is the host's business. */
package io.hostpulse.exporter.sink;
