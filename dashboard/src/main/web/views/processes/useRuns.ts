import { useEffect, useState } from 'react';
import { useSceneSource } from '../../app/context';
import { fetchRuns, type ProcessHistory } from '../../model/processHistory';

export type Runs = ProcessHistory | { readonly state: 'loading' } | { readonly state: 'failed'; readonly message: string };

/** The history gets one value a minute, some seconds late. */
const AGAIN_MS = 30_000;

/** What the server kept of the programs of one name in the last hours, asked again while somebody looks at it. */
export function useRuns(name: string, pid: number | undefined, hours: number): Runs {
  const scene = useSceneSource();
  const [runs, setRuns] = useState<Runs>({ state: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    const ask = async (): Promise<void> => {
      const now = scene.serverNow();
      try {
        const history = await fetchRuns(name, pid, now - hours * 3_600_000, now, abort.signal);
        if (!abort.signal.aborted) setRuns(history);
      } catch (failure) {
        const message = failure instanceof Error ? failure.message : String(failure);
        // What is shown already is better than nothing.
        if (!abort.signal.aborted) setRuns((last) => (last.state === 'ready' ? last : { state: 'failed', message }));
      }
    };
    const timer = setInterval(() => void ask(), AGAIN_MS);
    void ask();
    return () => {
      abort.abort();
      clearInterval(timer);
    };
  }, [scene, scene.epoch, name, pid, hours]);
  return runs;
}
