import { useState } from 'react';
import { useScene } from '../../app/context';
import { link, setQuery, useRoute } from '../../app/routes';
import { api } from '../../model/api';
import { endOfHour, hoursSince } from '../../model/hours';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import type { Alert } from '../../model/messages';
import { alertsAsOf } from '../../model/replay/alertsThen';
import { Card, Choices, Empty } from '../../ui/parts';
import { useFetched, type Fetched } from '../../ui/useFetched';
import { AlertRow } from './AlertRow';
import { AlertSheet } from './AlertSheet';
import { Silences } from './Silences';

const PERIODS = [
  [24, '24 hours'],
  [168, '7 days'],
  [720, '30 days'],
] as const;

export function AlertsView() {
  const scene = useScene();
  const route = useRoute();
  const hours = Number(route.query.get('hours') ?? 24) || 24;
  const [filter, setFilter] = useState('');
  const fetched = useAlerts(hours);
  const now = scene.serverNow();
  const on = scene.alerts.list();
  const all = fetched.state === 'ready' ? (listAt(fetched.value, 'alerts') as unknown as Alert[]) : [];
  const listed = scene.isPast ? alertsAsOf(all, now) : all;
  const pending = listed.filter((alert) => alert.state === 'pending');
  const past = listed.filter((alert) => alert.state === 'resolved').filter((alert) => fits(alert, filter));
  const alerter = fetched.state === 'ready' && !scene.isPast ? objectAt(fetched.value, 'alerter') : {};
  const isWatched = (textAt(alerter, 'state') ?? 'ok') === 'ok';
  return (
    <div className="stack">
      {!isWatched && (
        <p className="message" role="alert">
          Nobody watches now: {textAt(alerter, 'reason') ?? 'the alerter does not run'}. An empty list is no good news.
        </p>
      )}
      <Card title={scene.isPast ? 'On then' : 'On now'} end={<span className="small faint number">{on.length === 0 ? '' : `${on.length}`}</span>}>
        {on.length === 0 ? (
          <NothingOn isPast={scene.isPast} isWatched={isWatched} isPending={pending.length > 0} />
        ) : (
          <ul className="alert-rows">
            {on.map((alert) => (
              <AlertRow key={alert.id} alert={alert} now={now} />
            ))}
          </ul>
        )}
      </Card>
      {pending.length > 0 && (
        <Card title="Not yet" end={<span className="small faint">over the threshold, but not for long enough</span>}>
          <ul className="alert-rows">
            {pending.map((alert) => (
              <AlertRow key={alert.id} alert={alert} now={now} />
            ))}
          </ul>
        </Card>
      )}
      {!scene.isPast && <Silences now={now} />}
      <Card
        title="History"
        end={
          <div className="toolbar">
            <input
              className="input"
              type="search"
              placeholder="Filter"
              aria-label="Filter the history"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
            />
            <Choices label="Period" value={hours} options={PERIODS} onChoose={(value) => setQuery({ hours: String(value) })} />
          </div>
        }
      >
        {fetched.state === 'loading' && <p className="small faint">Asking …</p>}
        {fetched.state === 'failed' && <p className="message">{fetched.message}</p>}
        {fetched.state === 'ready' && past.length === 0 && (
          <p className="small soft">{filter === '' ? 'No alert ended in this time.' : 'No alert of this time fits the filter.'}</p>
        )}
        <ul className="alert-rows">
          {past.map((alert) => (
            <AlertRow key={alert.id} alert={alert} now={now} />
          ))}
        </ul>
        {fetched.state === 'ready' && textAt(fetched.value, 'next') !== undefined && (
          <p className="small faint">These are the newest 200. <code>hostpulse alerts</code> lists all.</p>
        )}
        {fetched.state === 'ready' && (numberAt(fetched.value, 'missing_entries') ?? 0) > 0 && (
          <p className="message">{numberAt(fetched.value, 'missing_entries')} entries of the journal cannot be read: this list is not whole.</p>
        )}
      </Card>
      {route.detail !== '' && (
        <AlertSheet id={route.detail} onClose={() => (location.hash = link('alerts', '', Object.fromEntries(route.query)))} />
      )}
    </div>
  );
}

/** An empty list is good news only while somebody watches. */
function NothingOn({ isPast, isWatched, isPending }: { readonly isPast: boolean; readonly isWatched: boolean; readonly isPending: boolean }) {
  if (isPast) {
    return (
      <Empty icon="check" title="No alert was on">
        {isPending ? 'Some were about to: see below.' : 'At this moment no rule was violated for long enough.'}
      </Empty>
    );
  }
  if (!isWatched) return <Empty title="No alert is known to be on">Whether a rule is violated, nobody looks.</Empty>;
  return (
    <Empty icon="check" title="No alert is on">
      {isPending ? 'Some are about to: see below.' : 'The rules are watched, and none is violated.'}
    </Empty>
  );
}

/** Those of so many hours before the moment that is shown. */
function useAlerts(hours: number): Fetched<JsonObject> {
  const scene = useScene();
  const end = scene.isPast ? endOfHour(scene.serverNow()) : undefined;
  return useFetched(`${hours} ${end} ${scene.alerts.changes}`, (signal) =>
    end === undefined ? api.alerts(hours, signal) : api.alertsBefore(end, hoursSince(end, scene.present(), hours), signal),
  );
}

function fits(alert: Alert, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  return [alert.message, alert.rule, alert.component, alert.metric, alert.dimension ?? '', alert.level].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
