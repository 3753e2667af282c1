/** The history of a stream, for people and programs. */
package io.hostpulse.console.history;
