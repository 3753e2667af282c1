/** Asking hardware that may never answer, each thing for itself, so that one that hangs costs the others nothing. */
package io.hostpulse.collector.source.patience;
