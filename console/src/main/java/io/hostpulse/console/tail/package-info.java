/** Reads one stream for a person or a program, once or for as long as it grows. */
package io.hostpulse.console.tail;
