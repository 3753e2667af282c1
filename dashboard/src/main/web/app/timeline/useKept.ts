import type { BandRows } from '../../model/bands';
import { api } from '../../model/api';
import { fetchHistory } from '../../model/history';
import { hoursSince } from '../../model/hours';
import { listAt } from '../../model/json';
import type { Live } from '../../model/live';
import type { Alert } from '../../model/messages';
import { useFetched } from '../../ui/useFetched';
import { useLive } from '../context';

/** Longer than the history is kept by default. */
const LONGEST_MS = 3 * 366 * 86_400_000;

const MINUTE_MS = 60_000;

/** What stands for how busy the machine was; it also tells when nothing was recorded. */
const LOAD = ['processor', 'usage_percent'] as const;

async function load(live: Live, from: number, to: number, signal: AbortSignal): Promise<BandRows | undefined> {
  // A server is not asked for the past of what it does not measure.
  if (live.message?.streams[LOAD[0]] === undefined) return undefined;
  const history = await fetchHistory(LOAD[0], [LOAD[1]], from, to, signal);
  return history.state === 'ready' ? history.fields.get(LOAD[1]) : undefined;
}

/** Since when there is a history; nothing when there is none, or as long as it is not known. */
export function useOldest(present: number): number | undefined {
  const live = useLive();
  const fetched = useFetched('oldest', (signal) => load(live, present - LONGEST_MS, present, signal));
  return fetched.state === 'ready' ? fetched.value?.times[0] : undefined;
}

/** What the slider shows behind its knob. */
export interface Kept {
  readonly load: BandRows | undefined;
  readonly alerts: readonly Alert[];
}

const NOTHING: Kept = { load: undefined, alerts: [] };

export function useKept(from: number, to: number): Kept {
  const live = useLive();
  const key = `${Math.round((to - from) / MINUTE_MS)} ${Math.floor(to / MINUTE_MS)}`;
  const fetched = useFetched(key, async (signal) => ({
    load: await load(live, from, to, signal),
    alerts: listAt(await api.alertsBefore(to, hoursSince(from, to), signal), 'alerts') as unknown as Alert[],
  }));
  return fetched.state === 'ready' ? fetched.value : NOTHING;
}
