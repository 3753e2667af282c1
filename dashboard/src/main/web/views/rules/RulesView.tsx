import { useState } from 'react';
import { useLive } from '../../app/context';
import { api } from '../../model/api';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { bytes } from '../../format/units';
import { Card, Choices, Empty } from '../../ui/parts';
import { OrderNote } from '../../ui/OrderNote';
import { useFetched } from '../../ui/useFetched';
import { useOrder } from '../../ui/useOrder';
import { changes, present, type Levels } from './thresholds';

const KINDS = [
  ['all', 'All'],
  ['used', 'Watching something'],
] as const;

export function RulesView() {
  const live = useLive();
  const [asked, setAsked] = useState(0);
  const [kind, setKind] = useState<'all' | 'used'>('used');
  const period = Math.floor(live.now() / 10_000);
  const fetched = useFetched(`${asked} ${period}`, (signal) => api.thresholds(signal));
  if (fetched.state === 'loading') return <p className="soft">Asking …</p>;
  if (fetched.state === 'failed') return <Empty title="The rules cannot be shown">{fetched.message}</Empty>;
  const rules = listAt(fetched.value, 'rules').filter((rule) => kind === 'all' || (numberAt(rule, 'series') ?? 0) > 0);
  return (
    <Card
      title="Rules"
      end={<Choices label="Which rules" value={kind} options={KINDS} onChoose={setKind} />}
    >
      <p className="small soft">
        A changed threshold counts at once, and outlives restarts. An empty field goes back to what <code>config.yaml</code> says.
      </p>
      <div>
        {rules.map((rule) => (
          <RuleRow key={textAt(rule, 'name')} rule={rule} onChanged={() => setAsked((count) => count + 1)} />
        ))}
      </div>
    </Card>
  );
}

const CONDITIONS: Readonly<Record<string, string>> = {
  greater_than: 'above',
  greater_or_equal: 'at or above',
  less_than: 'below',
  less_or_equal: 'at or below',
  equal: 'equal to',
  not_equal: 'other than',
  stale: 'older than, in intervals',
  no_data: 'no data for',
};

const TONES: Readonly<Record<string, string>> = { firing: 'critical', pending: 'warning', ok: 'ok' };

function RuleRow({ rule, onChanged }: { readonly rule: JsonObject; readonly onChanged: () => void }) {
  const live = useLive();
  const name = textAt(rule, 'name') ?? '';
  const state = textAt(rule, 'state') ?? 'unknown';
  const value = present(live, textAt(rule, 'metric') ?? '', textAt(rule, 'condition') ?? '');
  const unit = textAt(rule, 'unit') ?? '';
  const problem = textAt(rule, 'problem') ?? '';
  return (
    <div className="rule">
      <div>
        <h3>
          {name} <span className={`badge ${TONES[state] ?? ''}`}>{state}</span>
        </h3>
        <p className="small faint mono">{textAt(rule, 'metric')}</p>
        {problem !== '' && <p className="tiny faint">{problem}</p>}
      </div>
      <div>
        {unit === '%' && value !== undefined ? (
          <Scale value={value} levels={rule} />
        ) : (
          <p className="small soft">
            alert when {CONDITIONS[textAt(rule, 'condition') ?? ''] ?? textAt(rule, 'condition')}
            {value !== undefined && (
              <>
                , <span className="number">now {measured(value, unit)}</span>
              </>
            )}
          </p>
        )}
      </div>
      <Levels rule={rule} name={name} unit={unit} onChanged={onChanged} />
    </div>
  );
}

function measured(value: number, unit: string): string {
  if (unit === 'B') return bytes(value);
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })}${unit === '' ? '' : ` ${unit}`}`;
}

/** Where the value is, and where the thresholds are. */
function Scale({ value, levels }: { readonly value: number; readonly levels: JsonObject }) {
  const thresholds = objectAt(levels, 'thresholds');
  const stops = [
    ['warning', numberAt(thresholds, 'WARNING')],
    ['critical', numberAt(thresholds, 'CRITICAL')],
  ] as const;
  return (
    <div>
      <div className="scale" role="img" aria-label={`now ${value} %`}>
        <span className="value" style={{ width: `${Math.min(100, Math.max(0, value))}%` }} />
        {stops.map(([tone, at]) => at !== undefined && <span key={tone} className={`stop ${tone}`} style={{ left: `${Math.min(100, at)}%` }} />)}
      </div>
      <p className="tiny faint number">
        alert when {CONDITIONS[textAt(levels, 'condition') ?? ''] ?? ''}, now {value.toFixed(1)} %
      </p>
    </div>
  );
}

function Levels({ rule, name, unit, onChanged }: { readonly rule: JsonObject; readonly name: string; readonly unit: string; readonly onChanged: () => void }) {
  const inForce = objectAt(rule, 'thresholds');
  const configured = objectAt(rule, 'configured');
  const [draft, setDraft] = useState<Levels>({});
  const [state, run] = useOrder();
  const change = changes(draft, inForce, configured);
  const save = async (): Promise<void> => {
    if (change.name !== 'some') return;
    if (await run(() => api.setThresholds(name, change.body), 'Changed')) {
      setDraft({});
      onChanged();
    }
  };
  return (
    <form
      className="rule-levels"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {Object.keys(configured).map((level) => {
        const own = numberAt(configured, level);
        const shown = draft[level] ?? String(numberAt(inForce, level) ?? '');
        const isChanged = numberAt(inForce, level) !== own;
        return (
          <label key={level} className="field">
            <span>
              {level.toLowerCase()} {unit === 'B' ? <span className="faint">{bytes(numberAt(inForce, level))}</span> : unit}{' '}
              {isChanged && <span className="faint">(was {own})</span>}
            </span>
            <input
              className="input number"
              inputMode="decimal"
              value={shown}
              placeholder={String(own ?? '')}
              aria-invalid={change.name === 'wrong' && change.level === level}
              aria-label={`${name}: ${level.toLowerCase()}`}
              onChange={(event) => setDraft({ ...draft, [level]: event.target.value })}
            />
          </label>
        );
      })}
      <button type="submit" className="button" disabled={change.name !== 'some' || state.name === 'busy'}>
        Save
      </button>
      <OrderNote state={state} />
    </form>
  );
}
