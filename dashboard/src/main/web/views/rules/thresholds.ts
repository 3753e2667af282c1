import { numbersOf } from '../../model/fields';
import { numberAt, textAt, type JsonObject } from '../../model/json';
import type { Live } from '../../model/live';

/** What stands in the fields of a rule; a level that nobody touched is not in it. */
export type Levels = Readonly<Record<string, string>>;

/** A level before and after; `isConfigured` when it goes back to the configuration. */
export interface Step {
  readonly level: string;
  readonly from: number | undefined;
  readonly to: number;
  readonly isConfigured: boolean;
}

export type Change =
  | { readonly name: 'none' }
  | { readonly name: 'wrong'; readonly level: string; readonly why: string }
  | { readonly name: 'some'; readonly body: JsonObject; readonly steps: readonly Step[] };

/** What has to be ordered so that what was typed is in force. An empty field goes back to the configuration. */
export function changes(draft: Levels, rule: Rule): Change {
  const steps: Step[] = [];
  const after = new Map(Object.keys(rule.configured).map((level) => [level, numberAt(rule.inForce, level)]));
  for (const [level, text] of Object.entries(draft)) {
    const typed = text.trim().replace(',', '.');
    const to = typed === '' ? numberAt(rule.configured, level) : Number(typed);
    if (to === undefined || !Number.isFinite(to)) return { name: 'wrong', level, why: `${level.toLowerCase()} is no number` };
    after.set(level, to);
    if (to !== numberAt(rule.inForce, level)) steps.push({ level, from: numberAt(rule.inForce, level), to, isConfigured: typed === '' });
  }
  const disorder = outOfOrder(after, rule.condition);
  if (steps.length > 0 && disorder !== undefined) return disorder;
  const body = Object.fromEntries(steps.map(({ level, to, isConfigured }) => [level.toLowerCase(), isConfigured ? null : to]));
  return steps.length === 0 ? { name: 'none' } : { name: 'some', body, steps };
}

/** What is known of a rule that can be changed. */
export interface Rule {
  readonly condition: string;
  readonly inForce: JsonObject;
  readonly configured: JsonObject;
}

const BY_WEIGHT = ['INFO', 'WARNING', 'CRITICAL'];

/** The graver level must be reached later, or the lighter one would never be told. */
function outOfOrder(levels: ReadonlyMap<string, number | undefined>, condition: string): Change | undefined {
  const direction = condition.startsWith('greater') ? 1 : condition.startsWith('less') ? -1 : 0;
  const known = BY_WEIGHT.filter((level) => levels.get(level) !== undefined);
  for (let i = 1; i < known.length; i++) {
    const lighter = known[i - 1] as string;
    const graver = known[i] as string;
    const distance = (levels.get(graver) as number) - (levels.get(lighter) as number);
    if (direction !== 0 && distance * direction <= 0) {
      const side = direction > 0 ? 'above' : 'below';
      return { name: 'wrong', level: graver, why: `${graver.toLowerCase()} must be ${side} ${lighter.toLowerCase()}` };
    }
  }
  return undefined;
}

/** Whether a field of a stream is what a rule's metric names; `*` stands for any element of a list. */
export function isWatched(metric: string, stream: string, field: string): boolean {
  const pattern = metric.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(`${stream}.${field}`);
}

export function streamOf(metric: string): string {
  return metric.split('.', 1)[0] ?? '';
}

/** What a rule's metric names at present, that nearest to a violation first. */
export function watched(live: Live, rule: JsonObject): (readonly [string, number])[] {
  const metric = textAt(rule, 'metric') ?? '';
  const stream = streamOf(metric);
  const snapshot = live.snapshotOf(stream);
  if (snapshot === undefined) return [];
  const sign = (textAt(rule, 'condition') ?? '').startsWith('less') ? 1 : -1;
  return [...numbersOf(snapshot)].filter(([field]) => isWatched(metric, stream, field)).sort(([, a], [, b]) => sign * (a - b));
}

/** The present value of a rule's metric: of several the one that is nearest to a violation. */
export function present(live: Live, rule: JsonObject): number | undefined {
  return watched(live, rule)[0]?.[1];
}
