import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Live } from '../model/live';

export const LiveContext = createContext<Live | null>(null);

/** What is known of the machine, without being told of changes: for what draws itself. */
export function useLiveSource(): Live {
  const live = useContext(LiveContext);
  if (live === null) throw new Error('there is no connection around this view');
  return live;
}

/** The same; the view is drawn again when something came, and once a second when nothing did. */
export function useLive(): Live {
  const live = useLiveSource();
  useSyncExternalStore(live.subscribe, () => live.version);
  return live;
}
