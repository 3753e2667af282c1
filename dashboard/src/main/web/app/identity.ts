import { useSyncExternalStore } from 'react';
import type { Live } from '../model/live';
import { askMe, type Standing } from '../model/me';
import { forgetToken } from '../model/token';

let standing: Standing = { state: 'asking' };
const listeners = new Set<() => void>();

function set(next: Standing): void {
  standing = next;
  for (const listener of listeners) listener();
}

/** Asks who this page is. While the broker cannot be reached, it stays who it was. */
export async function recognize(): Promise<void> {
  set(await askMe().catch(() => standing));
}

/**
 * Asks again with each connection: the broker may be another one now, or know other tokens. And when one is refused, for a browser
 * does not tell why; but not again and again with a token that is wrong, which the broker would count.
 */
export function followIdentity(live: Live): void {
  let server = live.server;
  let phase = live.phase;
  live.subscribe(() => {
    const wasRefused = live.phase !== phase && live.phase.name === 'waiting' && standing.state !== 'stranger';
    if (live.server !== server || wasRefused) void recognize();
    server = live.server;
    phase = live.phase;
  });
}

/** Begins anew, so that nothing stays on the page that the next person may not see. */
export function logOut(): void {
  forgetToken();
  location.reload();
}

export function useStanding(): Standing {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => standing,
  );
}

/** Whether buttons that change something are shown. The broker decides in any case. */
export function useMayOrder(): boolean {
  const known = useStanding();
  return known.state === 'unknown' || (known.state === 'known' && known.me.mayOrder);
}
