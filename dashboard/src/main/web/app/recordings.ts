import { api, get } from '../model/api';
import type { Surroundings } from '../model/connection';
import { isSource } from '../model/fields';
import { hoursSince } from '../model/hours';
import { listAt } from '../model/json';
import type { Live } from '../model/live';
import type { Alert } from '../model/messages';
import { Archive } from '../model/replay/archive';
import { HistoryTape } from '../model/replay/historyTape';
import { QueueTape } from '../model/replay/queueTape';
import { Replay } from '../model/replay/replay';
import { TimeTravel } from '../model/replay/timeTravel';

/** Alerts that were over by then are of no use; one may have ended while the moment was read. */
const HOURS_BEFORE = 2;

/** The way into the past of the machine that this page is connected to. */
export function recordings(live: Live, surroundings: Surroundings, draw: (call: () => void) => void): TimeTravel {
  const sources = {
    streams: () => (live.server?.streams ?? Object.keys(live.message?.streams ?? {})).filter(isSource),
    like: (stream: string) => live.snapshotOf(stream),
    ask: get,
  };
  return new TimeTravel(
    (onNow) =>
      new Replay({
        tape: new Archive(new QueueTape(surroundings), new HistoryTape(sources)),
        draw,
        now: () => surroundings.now(),
        present: () => live.serverNow(),
        later: (call, ms) => surroundings.later(call, ms),
        alerts: async (time, signal) => {
          const hours = hoursSince(time, live.serverNow(), HOURS_BEFORE);
          return listAt(await api.alertsBefore(time, hours, signal), 'alerts') as unknown as Alert[];
        },
        onNow,
      }),
  );
}
