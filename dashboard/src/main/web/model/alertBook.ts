import type { Alert, AlertMessage, MonitoringData } from './messages';

const WEIGHT = { CRITICAL: 0, WARNING: 1, INFO: 2 } as const;

/** Alerts that are on, worst first: unacknowledged before acknowledged, critical before warning, new before old. */
export function worstFirst(alerts: readonly Alert[]): Alert[] {
  return [...alerts].sort(
    (a, b) =>
      Number(a.state === 'acknowledged') - Number(b.state === 'acknowledged') ||
      WEIGHT[a.level] - WEIGHT[b.level] ||
      b.since.localeCompare(a.since) ||
      a.id.localeCompare(b.id),
  );
}

/** The alerts that are on, put together from the list in each message and from the changes that are told at once. */
export class AlertBook {
  private alerts = new Map<string, Alert>();
  /** Grows with each change, so that a view knows when to ask for the history again. */
  changes = 0;

  list(): Alert[] {
    return worstFirst([...this.alerts.values()]);
  }

  /** The list of a message is complete: what is not in it is over. */
  take(message: MonitoringData): void {
    const now = new Map((message.alerts ?? []).map((alert) => [alert.id, alert]));
    if (!same(this.alerts, now)) this.changes++;
    this.alerts = now;
  }

  change(message: AlertMessage): void {
    this.changes++;
    if (message.alert.state === 'resolved') this.alerts.delete(message.alert.id);
    else this.alerts.set(message.alert.id, message.alert);
  }
}

function same(before: ReadonlyMap<string, Alert>, now: ReadonlyMap<string, Alert>): boolean {
  return (
    before.size === now.size &&
    [...now].every(([id, alert]) => {
      const known = before.get(id);
      return known !== undefined && known.state === alert.state && known.level === alert.level;
    })
  );
}
