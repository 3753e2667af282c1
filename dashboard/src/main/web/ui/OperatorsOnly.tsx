import type { ReactNode } from 'react';
import { useMayOrder, useStanding } from '../app/identity';

/** What changes something is not offered to those whom the broker would refuse; they are told why, where there is room for it. */
export function OperatorsOnly({ children, isExplained = false }: { readonly children: ReactNode; readonly isExplained?: boolean }) {
  const mayOrder = useMayOrder();
  const standing = useStanding();
  if (mayOrder) return <>{children}</>;
  if (!isExplained || standing.state !== 'known') return null;
  return <p className="message plain">You may look, and not change anything here: {standing.me.reason}.</p>;
}
