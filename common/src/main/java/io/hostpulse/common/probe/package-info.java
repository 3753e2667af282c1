/** Looking at hardware once, from a process that does not watch it. */
package io.hostpulse.common.probe;
