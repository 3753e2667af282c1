import { numbersOf } from '../../model/fields';
import { numberAt, type JsonObject } from '../../model/json';
import type { Live } from '../../model/live';

/** What stands in the fields of a rule; a level that nobody touched is not in it. */
export type Levels = Readonly<Record<string, string>>;

export type Change =
  | { readonly name: 'none' }
  | { readonly name: 'wrong'; readonly level: string }
  | { readonly name: 'some'; readonly body: JsonObject };

/** What has to be ordered so that what was typed is in force. An empty field goes back to the configuration. */
export function changes(draft: Levels, inForce: JsonObject, configured: JsonObject): Change {
  const body: Record<string, number | null> = {};
  for (const [level, text] of Object.entries(draft)) {
    const typed = text.trim().replace(',', '.');
    const value = typed === '' ? numberAt(configured, level) : Number(typed);
    if (value === undefined || !Number.isFinite(value)) return { name: 'wrong', level };
    if (value !== numberAt(inForce, level)) body[level.toLowerCase()] = typed === '' ? null : value;
  }
  return Object.keys(body).length === 0 ? { name: 'none' } : { name: 'some', body };
}

/** Whether a field of a stream is what a rule's metric names; `*` stands for any element of a list. */
export function isWatched(metric: string, stream: string, field: string): boolean {
  const pattern = metric.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('.*')}$`).test(`${stream}.${field}`);
}

/** The present value of a rule's metric: of several the one that is nearest to a violation. */
export function present(live: Live, metric: string, condition: string): number | undefined {
  const stream = metric.split('.', 1)[0] ?? '';
  const snapshot = live.snapshotOf(stream);
  if (snapshot === undefined) return undefined;
  const values = [...numbersOf(snapshot)].filter(([field]) => isWatched(metric, stream, field)).map(([, value]) => value);
  if (values.length === 0) return undefined;
  return condition.startsWith('less') ? Math.min(...values) : Math.max(...values);
}
