import { useEffect, useState } from 'react';

export type Fetched<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly message: string };

/**
 * Asks once for each key. While the next answer is on its way the last one stays, so that nothing flickers; an answer that comes
 * late for a key that is no longer wanted is dropped.
 */
export function useFetched<T>(key: string, ask: (signal: AbortSignal) => Promise<T>): Fetched<T> {
  const [fetched, setFetched] = useState<Fetched<T>>({ state: 'loading' });
  useEffect(() => {
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setFetched({ state: 'ready', value });
      },
      (failure: unknown) => {
        if (abort.signal.aborted) return;
        setFetched({ state: 'failed', message: failure instanceof Error ? failure.message : String(failure) });
      },
    );
    return () => abort.abort();
    // What is asked is told by the key.
  }, [key]);
  return fetched;
}
