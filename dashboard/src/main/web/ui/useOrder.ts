import { useCallback, useRef, useState } from 'react';
import { useSceneSource } from '../app/context';

export type OrderState =
  | { readonly name: 'idle' }
  | { readonly name: 'busy' }
  | { readonly name: 'done'; readonly message: string }
  | { readonly name: 'failed'; readonly message: string };

/** Gives an order and shows what became of it; a second click while one is under way does nothing. */
export function useOrder(): readonly [OrderState, (give: () => Promise<unknown>, done: string) => Promise<boolean>] {
  const [state, setState] = useState<OrderState>({ name: 'idle' });
  const isBusy = useRef(false);
  const { isPast } = useSceneSource();
  const run = useCallback(async (give: () => Promise<unknown>, done: string) => {
    if (isBusy.current) return false;
    if (isPast) {
      setState({ name: 'failed', message: 'You look at the past: nothing can be changed there.' });
      return false;
    }
    isBusy.current = true;
    setState({ name: 'busy' });
    try {
      await give();
      setState({ name: 'done', message: done });
      return true;
    } catch (failure) {
      setState({ name: 'failed', message: failure instanceof Error ? failure.message : String(failure) });
      return false;
    } finally {
      isBusy.current = false;
    }
  }, [isPast]);
  return [state, run];
}
