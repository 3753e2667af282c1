/** How values lie in the bytes of the history: pure codecs that know no database. */
package io.hostpulse.history.block;
