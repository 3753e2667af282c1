/** Looking after queues from the command line: what is chosen, how far it is, and how findings are shown. */
package io.hostpulse.console.queues;
