import { useState } from 'react';
import { api } from '../../model/api';
import { numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { OrderNote } from '../../ui/OrderNote';
import { useOrder } from '../../ui/useOrder';
import { measured } from './ruleText';
import type { Change, Levels, Step } from './thresholds';

/** The thresholds of a rule as numbers, and the order that changes them: asked for once more before it is given. */
export function LevelForm({
  rule,
  draft,
  change,
  onDraft,
  onChanged,
}: {
  readonly rule: JsonObject;
  readonly draft: Levels;
  readonly change: Change;
  readonly onDraft: (draft: Levels) => void;
  readonly onChanged: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const [state, run] = useOrder();
  const name = textAt(rule, 'name') ?? '';
  const unit = textAt(rule, 'unit') ?? '';
  const inForce = objectAt(rule, 'thresholds');
  const configured = objectAt(rule, 'configured');
  const levels = Object.keys(configured);
  const changed = levels.filter((level) => numberAt(inForce, level) !== numberAt(configured, level));
  const edit = (next: Levels): void => {
    setAsking(false);
    onDraft(next);
  };
  const save = async (): Promise<void> => {
    if (change.name !== 'some') return;
    const isDone = await run(() => api.setThresholds(name, change.body), 'Changed. It counts from now on.');
    setAsking(false);
    if (!isDone) return;
    onDraft({});
    onChanged();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(change.name === 'some');
      }}
    >
      <div className="rule-levels">
        {levels.map((level) => (
          <label key={level} className="field">
            <span>
              {level.toLowerCase()} {unit}
            </span>
            <input
              className="input number"
              inputMode="decimal"
              value={draft[level] ?? String(numberAt(inForce, level) ?? '')}
              placeholder={String(numberAt(configured, level) ?? '')}
              aria-invalid={change.name === 'wrong' && change.level === level}
              aria-label={`${name}: ${level.toLowerCase()}`}
              onChange={(event) => edit({ ...draft, [level]: event.target.value })}
            />
            <span className="tiny faint">
              {unit === 'B' && measured(numberAt(inForce, level) ?? NaN, unit)} config.yaml: {numberAt(configured, level)}
            </span>
          </label>
        ))}
      </div>
      {change.name === 'wrong' && (
        <p className="message" role="status">
          This cannot be: {change.why}.
        </p>
      )}
      {isAsking && change.name === 'some' ? (
        <Question name={name} unit={unit} steps={change.steps} isBusy={state.name === 'busy'} onYes={() => void save()} onNo={() => setAsking(false)} />
      ) : (
        <div className="toolbar">
          <button type="submit" className="button primary" disabled={change.name !== 'some'}>
            Change …
          </button>
          {Object.keys(draft).length > 0 && (
            <button type="button" className="button" onClick={() => edit({})}>
              Undo
            </button>
          )}
          {changed.length > 0 && (
            <button type="button" className="button" onClick={() => edit(Object.fromEntries(changed.map((level) => [level, ''])))}>
              Back to config.yaml
            </button>
          )}
        </div>
      )}
      <OrderNote state={state} />
    </form>
  );
}

function Question({
  name,
  unit,
  steps,
  isBusy,
  onYes,
  onNo,
}: {
  readonly name: string;
  readonly unit: string;
  readonly steps: readonly Step[];
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}) {
  return (
    <div className="question" role="group" aria-label="Confirm the change">
      <p>
        Change the rule <b>{name}</b>, for everybody, until somebody changes it again?
      </p>
      <ul>
        {steps.map(({ level, from, to, isConfigured }) => (
          <li key={level} className="number">
            {level.toLowerCase()}: {from === undefined ? 'none' : measured(from, unit)} → <b>{measured(to, unit)}</b>
            {isConfigured && ' (as in config.yaml)'}
          </li>
        ))}
      </ul>
      <div className="toolbar">
        <button type="button" className="button primary" autoFocus disabled={isBusy} onClick={onYes}>
          Yes, change it
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onNo}>
          No
        </button>
      </div>
    </div>
  );
}
