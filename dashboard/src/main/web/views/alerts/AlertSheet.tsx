import { useState } from 'react';
import { useScene } from '../../app/context';
import { link } from '../../app/routes';
import { api } from '../../model/api';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import type { Alert, Note } from '../../model/messages';
import { clock, duration, exact, moment } from '../../format/time';
import { short } from '../../format/units';
import { LevelBadge } from '../../ui/parts';
import { OperatorsOnly } from '../../ui/OperatorsOnly';
import { OrderNote } from '../../ui/OrderNote';
import { Sheet } from '../../ui/Sheet';
import { useFetched } from '../../ui/useFetched';
import { useOrder } from '../../ui/useOrder';
import { measured } from '../rules/ruleText';
import { lasting } from './AlertRow';
import { Minute } from './Minute';

/** All about one alert: what happened, what else was going on, and what to do. */
export function AlertSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const scene = useScene();
  const [asked, setAsked] = useState(0);
  const fetched = useFetched(`${id} ${scene.alerts.changes} ${asked}`, (signal) => api.alert(id, signal));
  const rules = useFetched('rules', (signal) => api.thresholds(signal));
  const now = scene.present();
  if (fetched.state !== 'ready') {
    return (
      <Sheet title="Alert" onClose={onClose}>
        {fetched.state === 'failed' ? <p className="message">{fetched.message}</p> : <p className="soft">Asking …</p>}
      </Sheet>
    );
  }
  const story = objectAt(fetched.value, 'alert');
  const alert = story as unknown as Alert;
  const context = objectAt(story, 'context');
  const rule = rules.state === 'ready' ? listAt(rules.value, 'rules').find((one) => textAt(one, 'name') === alert.rule) : undefined;
  const unit = textAt(rule, 'unit') ?? '';
  const format = (value: number): string => (unit === '' ? short(value) : measured(value, unit));
  return (
    <Sheet title={alert.message} onClose={onClose}>
      <p className="toolbar small soft">
        <LevelBadge level={alert.level} />
        <span className="badge">{alert.state}</span>
        <span title={exact(alert.since)}>since {moment(alert.since, now)}</span>
        <span className="number">{lasting(alert, now)}</span>
      </p>
      <dl className="facts">
        <Fact name="What" value={`${alert.component} ${alert.metric}`} />
        <Fact name="Where" value={alert.dimension} />
        <Fact name="Value" value={alert.value === undefined ? undefined : format(alert.value)} />
        <Fact name="Worst" value={alert.peak === undefined ? undefined : format(alert.peak)} />
        <Fact name="Threshold" value={alert.threshold === undefined ? undefined : format(alert.threshold)} />
        <Fact name="Rule" value={alert.rule} />
      </dl>
      <Minute recent={listAt(context, 'recent')} {...(alert.threshold === undefined ? {} : { threshold: alert.threshold })} level={alert.level} format={format} />
      <Programs list={listAt(context, 'processes')} />
      {scene.isPast && <p className="message plain">You look at the past; this tells how it stands now.</p>}
      {alert.state !== 'resolved' && !scene.isPast && (
        <OperatorsOnly isExplained>
          <Steps alert={alert} onDone={() => setAsked((count) => count + 1)} />
        </OperatorsOnly>
      )}
      <Notes notes={alert.notes ?? []} now={now} />
      <Events list={listAt(story, 'events')} now={now} />
      <Receipts list={listAt(story, 'receipts')} />
      <p className="small">
        <a href={link('performance', '', period(alert, now))}>Look at the charts of that time</a>
      </p>
    </Sheet>
  );
}

const AROUND_MS = 5 * 60_000;

function period(alert: Alert, now: number): Readonly<Record<string, string>> {
  const begin = Date.parse(alert.since);
  const end = alert.resolved === undefined ? now : Date.parse(alert.resolved);
  return { from: String(begin - AROUND_MS), to: String(Math.round(Math.min(now, end + AROUND_MS))) };
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

function Programs({ list }: { readonly list: readonly JsonObject[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>Who used it most at that moment</h3>
      <table className="table">
        <tbody>
          {list.map((process) => (
            <tr key={numberAt(process, 'pid')}>
              <th scope="row">{textAt(process, 'name')}</th>
              <td className="faint number">{numberAt(process, 'pid')}</td>
              <td className="faint">{textAt(process, 'user')}</td>
              <td className="num">{textAt(process, 'use')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Steps({ alert, onDone }: { readonly alert: Alert; readonly onDone: () => void }) {
  const [text, setText] = useState('');
  const [hours, setHours] = useState('2h');
  const [state, run] = useOrder();
  const give = async (order: () => Promise<unknown>, done: string): Promise<void> => {
    if (await run(order, done)) {
      setText('');
      onDone();
    }
  };
  const isBusy = state.name === 'busy';
  return (
    <section className="stack">
      <label className="field">
        Say something, if you like
        <input className="input" value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="toolbar">
        {alert.state === 'firing' && (
          <button type="button" className="button primary" disabled={isBusy} onClick={() => void give(() => api.acknowledge(alert.id, text), 'Acknowledged')}>
            Acknowledge
          </button>
        )}
        <button type="button" className="button" disabled={isBusy || text.trim() === ''} onClick={() => void give(() => api.note(alert.id, text), 'Noted')}>
          Add a note
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void give(() => api.resolve(alert.id, text), 'Resolved')}>
          Resolve
        </button>
      </div>
      <div className="toolbar">
        <select className="input" aria-label="How long to be silent" value={hours} onChange={(event) => setHours(event.target.value)}>
          <option value="30m">30 minutes</option>
          <option value="2h">2 hours</option>
          <option value="1d">1 day</option>
          <option value="7d">7 days</option>
        </select>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void give(() => api.silence(match(alert), hours, text), `Nobody is told of this for ${hours}`)}
        >
          Be silent about it
        </button>
      </div>
      <OrderNote state={state} />
    </section>
  );
}

function match(alert: Alert): JsonObject {
  return { rule: [glob(alert.rule)], ...(alert.dimension === undefined ? {} : { dimension: [glob(alert.dimension)] }) };
}

/** A name with a pattern's characters in it means itself. */
function glob(name: string): string {
  return name.replace(/[*?]/g, '?');
}

function Notes({ notes, now }: { readonly notes: readonly Note[]; readonly now: number }) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>Notes</h3>
      <ul className="events">
        {notes.map((note, i) => (
          <li key={i}>
            {note.text}
            <p className="tiny faint">
              {note.by ?? note.author} {note.timestamp === undefined ? '' : moment(note.timestamp, now)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Events({ list, now }: { readonly list: readonly JsonObject[]; readonly now: number }) {
  return (
    <section>
      <h3>What happened</h3>
      <ol className="events">
        {[...list].reverse().map((event, i) => (
          <li key={i}>
            <b>{textAt(event, 'event')}</b> <span className="faint number">{moment(textAt(event, 'timestamp') ?? '', now)}</span>
            <p className="soft">{textAt(event, 'message')}</p>
            {(textAt(event, 'reason') ?? '') !== '' && <p className="faint">{textAt(event, 'reason')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Receipts({ list }: { readonly list: readonly JsonObject[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <h3>Who was told</h3>
      <ul className="events">
        {list.map((receipt, i) => (
          <li key={i}>
            <b>{textAt(receipt, 'handler')}</b> {textAt(receipt, 'fate')} <span className="faint number">{clock(textAt(receipt, 'timestamp') ?? '')}</span>
            <p className="faint">
              {numberAt(receipt, 'tries')} {numberAt(receipt, 'tries') === 1 ? 'try' : 'tries'}, took {duration((numberAt(receipt, 'took_ns') ?? NaN) / 1e6)}. {textAt(receipt, 'answer')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
