/** The dashboard as a browser gets it: files that were read from the class path when the broker started, and nothing else. */
package io.hostpulse.broker.rest.dashboard;
