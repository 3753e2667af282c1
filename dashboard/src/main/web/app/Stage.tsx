import { useContext, type ReactNode } from 'react';
import { LiveContext, SceneContext, useTravel } from './context';

/** What everything on the page shows: the replay while there is one, otherwise the present. */
export function Stage({ children }: { readonly children: ReactNode }) {
  const live = useContext(LiveContext);
  const { replay } = useTravel();
  return <SceneContext value={replay ?? live}>{children}</SceneContext>;
}
