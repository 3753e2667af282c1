import { useEffect, useState } from 'react';
import { useSceneSource } from '../../app/context';
import { bounds, type TimeWindow } from '../../chart/TimeChart';
import type { BandRows } from '../../model/bands';
import { fetchHistory } from '../../model/history';

export interface Past {
  readonly fields: ReadonlyMap<string, BandRows>;
  /** Why there is none; nothing when there is. */
  readonly problem: string | undefined;
}

const NONE: Past = { fields: new Map(), problem: undefined };

/** How often a window that goes on asks again: a value of a minute changes no sooner. */
const AGAIN_MS = 60_000;

/** The newest values are committed a few seconds late: what they lack until the page began is asked for once more. */
const COMMITTED_MS = 8000;

/**
 * What the server kept of the fields of one stream in a window.
 *
 * @param fields none asks for nothing
 * @param earlier how many milliseconds before the window, to compare with; a window that goes on is then asked for beyond its end,
 *     as far as it comes until it is asked for again
 */
export function usePast(stream: string, fields: readonly string[], window: TimeWindow, earlier = 0): Past {
  const scene = useSceneSource();
  const [past, setPast] = useState(NONE);
  const names = fields.join(',');
  const shown = 'minutes' in window ? String(window.minutes) : `${window.from}-${window.to}`;
  useEffect(() => {
    if (names === '') return undefined;
    const abort = new AbortController();
    const stop = (): void => {
      clearInterval(timer);
      clearTimeout(soon);
    };
    const ask = async (): Promise<void> => {
      const [from, to] = bounds(window, scene.serverNow());
      const ahead = earlier > 0 && 'minutes' in window ? 2 * AGAIN_MS : 0;
      try {
        const history = await fetchHistory(stream, names.split(','), from - earlier, to - earlier + ahead, abort.signal);
        if (abort.signal.aborted) return;
        setPast(history.state === 'ready' ? { fields: history.fields, problem: undefined } : { ...NONE, problem: history.reason });
        if (history.state === 'absent') stop();
      } catch (failure) {
        if (!abort.signal.aborted) setPast((last) => ({ ...last, problem: failure instanceof Error ? failure.message : String(failure) }));
      }
    };
    const timer = setInterval(() => void ask(), AGAIN_MS);
    const soon = setTimeout(() => void ask(), COMMITTED_MS);
    void ask();
    return () => {
      abort.abort();
      stop();
    };
    // The window is told by its bounds.
  }, [scene, scene.epoch, stream, names, shown, earlier]);
  return past;
}
