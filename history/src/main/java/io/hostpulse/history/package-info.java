/**
 * The embedded store of what was measured, in SQLite: one {@link io.hostpulse.history.HistoryWriter}, and a {@link
 * io.hostpulse.history.HistoryReader} wherever somebody wants to look back.
 */
package io.hostpulse.history;
