import { useMemo } from 'react';
import { useScene } from '../../app/context';
import type { Mark } from '../../chart/overlays';
import { bounds, type TimeWindow } from '../../chart/TimeChart';
import { api } from '../../model/api';
import { endOfHour, hoursSince } from '../../model/hours';
import { listAt } from '../../model/json';
import type { Alert } from '../../model/messages';
import type { KnownGap } from '../../model/recorder';
import { useFetched } from '../../ui/useFetched';

export const TONES = { CRITICAL: 'critical', WARNING: 'warning', INFO: 'info' } as const;

/** The alerts of a period: those that are on come by themselves, those that are over are asked for. */
export function usePastAlerts(window: TimeWindow): readonly Alert[] {
  const scene = useScene();
  const [from, to] = bounds(window, scene.serverNow());
  const hours = hoursSince(from, scene.present());
  const changes = scene.alerts.changes;
  // The end of what goes on is not part of the question: otherwise it would be another one each second.
  const end = scene.isPast || !('minutes' in window) ? endOfHour(to) : undefined;
  const fetched = useFetched(`${hours} ${end} ${changes}`, (signal) =>
    end === undefined ? api.alerts(hours, signal) : api.alertsBefore(end, hours, signal),
  );
  return useMemo(() => {
    const past = fetched.state === 'ready' ? (listAt(fetched.value, 'alerts') as unknown as Alert[]) : [];
    const all = new Map([...past, ...scene.alerts.list()].map((alert) => [alert.id, alert]));
    return [...all.values()].filter((alert) => alert.state !== 'pending');
    // The list of those that are on changes with the count.
  }, [fetched, scene, changes]);
}

/** What happened to a stream: when its alerts began, and where records of it are missing. */
export function marksOf(stream: string, alerts: readonly Alert[], gaps: readonly KnownGap[]): Mark[] {
  return [
    ...alerts.filter((alert) => alert.component === stream).map((alert) => ({ at: Date.parse(alert.since), tone: TONES[alert.level] })),
    ...gaps.filter((gap) => gap.stream === stream).map((gap) => ({ at: gap.at, tone: 'unknown' as const })),
  ];
}
