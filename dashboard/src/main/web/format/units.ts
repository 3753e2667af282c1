/** How sizes are counted: 1 KB is 1024 B as in the console, or 1000 B as on the boxes of disks. */
export type SizeUnits = 'binary' | 'decimal';

export const NOTHING = '–';

const PREFIXES = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** Three digits that matter: 9.87, 98.7, 987. */
function digits(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 || size === 0 ? 0 : size >= 9.995 ? 1 : 2);
}

function scaled(value: number, base: number): [string, string] {
  let rest = value;
  let prefix = 0;
  while (Math.abs(rest) >= base * 0.9995 && prefix < PREFIXES.length - 1) {
    rest /= base;
    prefix++;
  }
  return [prefix === 0 ? String(Math.round(rest)) : digits(rest), PREFIXES[prefix] as string];
}

export function bytes(value: number | undefined, units: SizeUnits = 'binary'): string {
  if (value === undefined) return NOTHING;
  const [text, prefix] = scaled(value, units === 'binary' ? 1024 : 1000);
  return `${text} ${prefix}B`;
}

export function bytesPerSecond(value: number | undefined, units: SizeUnits = 'binary'): string {
  return value === undefined ? NOTHING : `${bytes(value, units)}/s`;
}

export function percent(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  return `${Math.abs(value) >= 99.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)} %`;
}

/** A count: 12,345; or 1.23 M where there is little room. */
export function count(value: number | undefined): string {
  return value === undefined ? NOTHING : Math.round(value).toLocaleString('en-GB');
}

export function short(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  if (Math.abs(value) < 1000) return Number.isInteger(value) ? String(value) : digits(value);
  const [text, prefix] = scaled(value, 1000);
  return `${text} ${prefix}`;
}

export function perSecond(value: number | undefined): string {
  return value === undefined ? NOTHING : `${short(value)}/s`;
}

export function decimal(value: number | undefined): string {
  return value === undefined ? NOTHING : digits(value);
}

export function megahertz(value: number | undefined): string {
  if (value === undefined) return NOTHING;
  return value >= 1000 ? `${(value / 1000).toFixed(2)} GHz` : `${Math.round(value)} MHz`;
}

export function celsius(value: number | undefined): string {
  return value === undefined ? NOTHING : `${value.toFixed(0)} °C`;
}

export function watts(value: number | undefined): string {
  return value === undefined ? NOTHING : `${value.toFixed(value < 10 ? 1 : 0)} W`;
}
