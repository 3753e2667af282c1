import { useState } from 'react';
import { OperatorsOnly } from '../../ui/OperatorsOnly';
import { numberAt, objectAt, textAt, type JsonObject } from '../../model/json';
import { Choices } from '../../ui/parts';
import { Sheet } from '../../ui/Sheet';
import { LIVE_WINDOWS, PAST_WINDOWS } from '../period/windows';
import { LevelForm } from './LevelForm';
import { sentenceOf } from './ruleText';
import { ThresholdChart } from './ThresholdChart';
import { changes, type Levels } from './thresholds';

/** One rule: what it watches over time, and its thresholds, to be drawn or typed. */
export function RuleSheet({ rule, onChanged, onClose }: { readonly rule: JsonObject; readonly onChanged: () => void; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<Levels>({});
  const [minutes, setMinutes] = useState<number>(LIVE_WINDOWS[1][0]);
  const condition = textAt(rule, 'condition') ?? '';
  const inForce = objectAt(rule, 'thresholds');
  const configured = objectAt(rule, 'configured');
  return (
    <Sheet title={textAt(rule, 'name') ?? ''} onClose={onClose} isWide>
      <p className="small soft">{sentenceOf(textAt(rule, 'metric') ?? '', condition)}</p>
      <Choices label="Period" value={minutes} options={[...LIVE_WINDOWS, ...PAST_WINDOWS.slice(0, 3)] as readonly (readonly [number, string])[]} onChoose={setMinutes} />
      <ThresholdChart
        rule={rule}
        levels={shown(draft, inForce, configured)}
        minutes={minutes}
        onMove={(level, value) => setDraft((last) => ({ ...last, [level]: String(value) }))}
      />
      <OperatorsOnly isExplained>
        <LevelForm rule={rule} draft={draft} change={changes(draft, { condition, inForce, configured })} onDraft={setDraft} onChanged={onChanged} />
      </OperatorsOnly>
    </Sheet>
  );
}

/** What is typed as far as it is a number, else what is in force. */
function shown(draft: Levels, inForce: JsonObject, configured: JsonObject): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const level of Object.keys(configured)) {
    const text = draft[level];
    const typed = text === undefined ? NaN : text.trim() === '' ? numberAt(configured, level) : Number(text.replace(',', '.'));
    const value = typed !== undefined && Number.isFinite(typed) ? typed : numberAt(inForce, level);
    if (value !== undefined) found.set(level, value);
  }
  return found;
}
