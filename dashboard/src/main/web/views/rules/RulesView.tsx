import { useState } from 'react';
import { useLive } from '../../app/context';
import { useMayOrder } from '../../app/identity';
import { link, useRoute } from '../../app/routes';
import { NOTHING } from '../../format/units';
import { api } from '../../model/api';
import { listAt, numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { Card, Choices, Empty } from '../../ui/parts';
import { useFetched } from '../../ui/useFetched';
import { RuleSheet } from './RuleSheet';
import { CONDITIONS, measured } from './ruleText';
import { present } from './thresholds';

const KINDS = [
  ['all', 'All'],
  ['used', 'Watching something'],
] as const;

const WRITTEN_MS = 1500;

export function RulesView() {
  const live = useLive();
  const { detail } = useRoute();
  const [asked, setAsked] = useState(0);
  const [kind, setKind] = useState<'all' | 'used'>('used');
  // The alerter writes down what is in force once a second.
  const askTwice = (): void => {
    setAsked((count) => count + 1);
    setTimeout(() => setAsked((count) => count + 1), WRITTEN_MS);
  };
  const period = Math.floor(live.now() / 10_000);
  const fetched = useFetched(`${asked} ${period}`, (signal) => api.thresholds(signal));
  if (fetched.state === 'loading') return <p className="soft">Asking …</p>;
  if (fetched.state === 'failed') return <Empty title="The rules cannot be shown">{fetched.message}</Empty>;
  const all = listAt(fetched.value, 'rules');
  const chosen = all.find((rule) => textAt(rule, 'name') === detail);
  const rules = all.filter((rule) => kind === 'all' || (numberAt(rule, 'series') ?? 0) > 0);
  return (
    <Card
      title="Rules"
      end={<Choices label="Which rules" value={kind} options={KINDS} onChoose={setKind} />}
    >
      <p className="small soft">
        Open a rule to see its thresholds in the chart of what it watches. A change counts at once, and outlives restarts.
      </p>
      <div>
        {rules.map((rule) => (
          <RuleRow key={textAt(rule, 'name')} rule={rule} />
        ))}
      </div>
      {chosen !== undefined && (
        <RuleSheet key={detail} rule={chosen} onChanged={askTwice} onClose={() => (location.hash = link('rules'))} />
      )}
    </Card>
  );
}

const TONES: Readonly<Record<string, string>> = { firing: 'warning', pending: 'warning', ok: 'ok' };

function RuleRow({ rule }: { readonly rule: JsonObject }) {
  const live = useLive();
  const mayOrder = useMayOrder();
  const name = textAt(rule, 'name') ?? '';
  const state = textAt(rule, 'state') ?? 'unknown';
  const isCritical = live.alerts.list().some((alert) => alert.rule === name && alert.level === 'CRITICAL');
  const value = present(live, rule);
  const unit = textAt(rule, 'unit') ?? '';
  const problem = textAt(rule, 'problem') ?? '';
  return (
    <div className="rule">
      <div>
        <h3>
          {name} <span className={`badge ${isCritical ? 'critical' : (TONES[state] ?? '')}`}>{state}</span>
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
      <dl className="flow rule-levels">
        {Object.keys(objectAt(rule, 'configured')).map((level) => (
          <Level key={level} rule={rule} level={level} unit={unit} />
        ))}
      </dl>
      <a className="button" href={link('rules', name)}>
        {mayOrder ? 'Chart and change' : 'Chart'}
        <span className="hidden"> {name}</span>
      </a>
    </div>
  );
}

/** What is in force, and what the file says where that differs. */
function Level({ rule, level, unit }: { readonly rule: JsonObject; readonly level: string; readonly unit: string }) {
  const value = numberAt(objectAt(rule, 'thresholds'), level);
  const own = numberAt(objectAt(rule, 'configured'), level);
  return (
    <div>
      <dt>{level.toLowerCase()}</dt>
      <dd>
        {value === undefined ? NOTHING : measured(value, unit)}
        {value !== own && own !== undefined && <span className="tiny faint"> was {measured(own, unit)}</span>}
      </dd>
    </div>
  );
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
