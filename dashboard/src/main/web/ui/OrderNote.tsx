import type { OrderState } from './useOrder';

/** Read out by screen readers when it changes. */
export function OrderNote({ state }: { readonly state: OrderState }) {
  return (
    <div role="status">
      {state.name === 'failed' && <p className="message">{state.message}</p>}
      {state.name === 'done' && <p className="message good">{state.message}</p>}
    </div>
  );
}
