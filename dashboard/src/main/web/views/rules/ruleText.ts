import { bytes } from '../../format/units';

export const CONDITIONS: Readonly<Record<string, string>> = {
  greater_than: 'above',
  greater_or_equal: 'at or above',
  less_than: 'below',
  less_or_equal: 'at or below',
  equal: 'equal to',
  not_equal: 'other than',
  stale: 'its newest data is older than so many intervals',
  no_data: 'it has had no data for so long',
};

/** When a rule alerts, in words. */
export function sentenceOf(metric: string, condition: string): string {
  const words = CONDITIONS[condition] ?? condition;
  if (condition !== 'stale' && condition !== 'no_data') return `Alerts when ${metric} is ${words} a threshold.`;
  return `Alerts for ${metric === '*' ? 'any stream' : metric} when ${words}.`;
}

/** A value of a rule's metric, in its unit. */
export function measured(value: number, unit: string): string {
  if (unit === 'B') return bytes(value);
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })}${unit === '' ? '' : ` ${unit}`}`;
}
