/**
 * What is measured: snapshots, their readings and the values inside them. Immutable, validated, free of I/O and of
 * libraries.
 */
package io.hostpulse.common.model;
