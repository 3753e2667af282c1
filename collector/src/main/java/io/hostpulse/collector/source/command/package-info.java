/**
 * A program of the user's own: started without a shell, given a limited time and a small environment, and ended together with everything
 * it started.
 */
package io.hostpulse.collector.source.command;
