/** Locks that the kernel keeps: they end with their holder, however it dies. */
package io.hostpulse.common.lock;
