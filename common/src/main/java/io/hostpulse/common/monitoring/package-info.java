/**
 * Which streams people have stopped, in a file of the data directory: written by the alerter, which carries out their orders, and followed by
 * the collectors.
 */
package io.hostpulse.common.monitoring;
