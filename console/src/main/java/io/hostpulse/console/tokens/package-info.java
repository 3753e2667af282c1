/** The tokens of the broker, made and shown. */
package io.hostpulse.console.tokens;
