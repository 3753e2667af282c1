import { useState } from 'react';
import { api } from '../../model/api';
import { isObject, listAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { moment } from '../../format/time';
import { Card } from '../../ui/parts';
import { OperatorsOnly } from '../../ui/OperatorsOnly';
import { OrderNote } from '../../ui/OrderNote';
import { useFetched } from '../../ui/useFetched';
import { useOrder } from '../../ui/useOrder';

/** What nobody is told of at present, and the way to end that. Not shown when there is nothing. */
export function Silences({ now }: { readonly now: number }) {
  const [asked, setAsked] = useState(0);
  const minute = Math.floor(now / 15_000);
  const fetched = useFetched(`${asked} ${minute}`, (signal) => api.silences(signal));
  const [state, run] = useOrder();
  const list = fetched.state === 'ready' ? listAt(fetched.value, 'silences').filter((one) => textAt(one, 'state') !== 'expired' && textAt(one, 'state') !== 'over') : [];
  if (list.length === 0) return null;
  return (
    <Card title="Silences">
      <ul className="alert-rows">
        {list.map((silence) => {
          const id = textAt(silence, 'id') ?? '';
          return (
            <li key={id} className="alert-row">
              <span className="mark" aria-hidden="true" />
              <div>
                <p>{described(silence)}</p>
                <p className="facts-line">
                  <span className="badge">{textAt(silence, 'state')}</span>
                  <span>until {moment(textAt(silence, 'to') ?? '', now)}</span>
                  <span>{textAt(silence, 'author')}</span>
                  <span>{textAt(silence, 'comment')}</span>
                </p>
              </div>
              <div className="actions">
                <OperatorsOnly>
                  <button
                    type="button"
                    className="button"
                    disabled={state.name === 'busy'}
                    onClick={() => void run(() => api.endSilence(id), 'Ended').then(() => setAsked((count) => count + 1))}
                  >
                    End now
                  </button>
                </OperatorsOnly>
              </div>
            </li>
          );
        })}
      </ul>
      <OrderNote state={state} />
    </Card>
  );
}

function described(silence: JsonObject): string {
  const match = objectAt(silence, 'match');
  const parts = Object.entries(match).flatMap(([name, patterns]) =>
    Array.isArray(patterns) && patterns.length > 0
      ? [`${name} ${patterns.map(String).join(' or ')}`]
      : isObject(patterns)
        ? Object.entries(patterns).map(([label, values]) => `${label} ${Array.isArray(values) ? values.map(String).join(' or ') : String(values)}`)
        : [],
  );
  return parts.length === 0 ? 'Everything' : parts.join(', ');
}
