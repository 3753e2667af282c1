import { bytes } from '../../format/units';

export const CONDITIONS: Readonly<Record<string, string>> = {
  greater_than: 'above',
  greater_or_equal: 'at or above',
  less_than: 'below',
  less_or_equal: 'at or below',
  equal: 'equal to',
  not_equal: 'other than',
  stale: 'older than, in intervals',
  no_data: 'no data for',
};

/** A value of a rule's metric, in its unit. */
export function measured(value: number, unit: string): string {
  if (unit === 'B') return bytes(value);
  return `${value.toLocaleString('en-GB', { maximumFractionDigits: 2 })}${unit === '' ? '' : ` ${unit}`}`;
}
