import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Live } from '../model/live';
import type { TimeTravel } from '../model/replay/timeTravel';
import type { Scene } from '../model/scene';

export const LiveContext = createContext<Live | null>(null);
export const SceneContext = createContext<Scene | null>(null);
export const TravelContext = createContext<TimeTravel | null>(null);

function given<T>(value: T | null): T {
  if (value === null) throw new Error('there is no connection around this view');
  return value;
}

/** The connection and what is now, whatever moment is shown; drawn again when something came, and once a second when nothing did. */
export function useLive(): Live {
  const live = given(useContext(LiveContext));
  useSyncExternalStore(live.subscribe, () => live.version);
  return live;
}

/** The machine at the moment that is shown, without being told of changes: for what draws itself. */
export function useSceneSource(): Scene {
  return given(useContext(SceneContext));
}

/** The same, told of changes. */
export function useScene(): Scene {
  const scene = useSceneSource();
  useSyncExternalStore(scene.subscribe, () => scene.version);
  return scene;
}

/** What brings the page to another moment and back. */
export function useTravel(): TimeTravel {
  const travel = given(useContext(TravelContext));
  useSyncExternalStore(travel.subscribe, () => travel.replay);
  return travel;
}
