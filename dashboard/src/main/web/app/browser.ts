import { protocols, readToken } from '../model/token';
import type { Socket, Surroundings } from '../model/connection';

/** The browser, as the connection sees it. */
export function browserSurroundings(): Surroundings {
  return {
    open: () => new WebSocket(new URL('/live', location.href.replace(/^http/, 'ws')), protocols(readToken())) as Socket,
    now: () => Date.now(),
    random: () => Math.random(),
    later: (call, ms) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
}
