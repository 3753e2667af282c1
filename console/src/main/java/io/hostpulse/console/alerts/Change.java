package io.hostpulse.console.alerts;

import io.hostpulse.common.alert.Alert;
import io.hostpulse.console.payload.RecordFields;

/**
 * An alert changed.
 *
 * @param event what happened, in a word, for example {@code fired} or {@code resolved}
 * @param alert the alert afterwards
 * @param reason why, where that is not plain; may be empty
 * @param context what else was going on; nothing unless it has just fired
 */
record Change(String event, Alert alert, String reason, RecordFields context) {}
