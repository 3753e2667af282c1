import type { Alert } from '../messages';

/** Alerts as they stood at a moment, as far as their last form tells: those that began later are not there yet. */
export function alertsAsOf(alerts: readonly Alert[], at: number): Alert[] {
  return alerts.filter((alert) => alert.state !== 'pending' && Date.parse(alert.since) <= at).map((alert) => asOf(alert, at));
}

/** Those that were on at a moment. */
export function alertsOnAt(alerts: readonly Alert[], at: number): Alert[] {
  return alertsAsOf(alerts, at).filter((alert) => alert.state !== 'resolved');
}

function asOf(alert: Alert, at: number): Alert {
  if (alert.resolved !== undefined && Date.parse(alert.resolved) <= at) return alert;
  const { resolved: _resolved, acknowledged, notes, ...rest } = alert;
  const isAcknowledged = acknowledged !== undefined && isBefore(acknowledged.timestamp, at);
  return {
    ...rest,
    state: isAcknowledged ? 'acknowledged' : 'firing',
    ...(isAcknowledged ? { acknowledged } : {}),
    notes: (notes ?? []).filter((note) => isBefore(note.timestamp, at)),
  };
}

function isBefore(timestamp: string | undefined, at: number): boolean {
  return timestamp === undefined || Date.parse(timestamp) <= at;
}
