import { useEffect, useRef } from 'react';
import { useLive, useScene, useTravel } from '../context';
import { setQuery, useRoute } from '../routes';

/** While it plays, the address follows after so much looking: browsers refuse to be told of every moment. */
const STEP_MS = 5000;

/** Keeps the moment that is shown and `at` in the address the same, so that it can be sent to others and outlives a change of the page. */
export function useMomentInAddress(): void {
  const travel = useTravel();
  useScene();
  const isReady = useLive().message !== undefined;
  const { query, view } = useRoute();
  const asked = Number(query.get('at') ?? 0);
  const written = useRef(0);
  useEffect(() => {
    if (isReady && asked > 0 && asked !== written.current) {
      written.current = asked;
      travel.goTo(asked);
    }
  }, [travel, isReady, asked]);
  const { replay } = travel;
  const target = replay?.target ?? 0;
  const step = STEP_MS * (replay?.speed ?? 1);
  const moment = replay?.isPlaying === true ? Math.floor(target / step) * step : Math.round(target);
  useEffect(() => {
    if (travel.replay !== undefined && moment > 0 && moment !== asked) {
      written.current = moment;
      setQuery({ at: String(moment) });
    } else if (travel.replay === undefined && asked > 0 && asked === written.current) {
      written.current = 0;
      setQuery({ at: undefined });
    }
  }, [travel, replay, moment, asked, view]);
}
