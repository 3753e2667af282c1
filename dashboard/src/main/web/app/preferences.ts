import { useSyncExternalStore } from 'react';
import type { SizeUnits } from '../format/units';

export type Theme = 'system' | 'light' | 'dark';
export type Motion = 'system' | 'reduced';

/** What a person chose; remembered in this browser only. */
export interface Preferences {
  readonly theme: Theme;
  readonly units: SizeUnits;
  readonly motion: Motion;
  readonly windowMinutes: number;
  readonly processTree: boolean;
}

const KEY = 'hostpulse.preferences';

const DEFAULTS: Preferences = {
  theme: 'system',
  units: 'binary',
  motion: 'system',
  windowMinutes: 5,
  processTree: false,
};

const CHOICES: { readonly [K in keyof Preferences]: (value: unknown) => boolean } = {
  theme: (value) => value === 'system' || value === 'light' || value === 'dark',
  units: (value) => value === 'binary' || value === 'decimal',
  motion: (value) => value === 'system' || value === 'reduced',
  windowMinutes: (value) => typeof value === 'number' && value > 0 && value <= 60 * 24 * 366,
  processTree: (value) => typeof value === 'boolean',
};

/** Takes what was stored as far as it is what it should be: it may be of another version, or edited. */
export function readPreferences(text: string | null): Preferences {
  let stored: Record<string, unknown> = {};
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null) stored = value as Record<string, unknown>;
  } catch {
    // Not written by this page: the defaults are as good as any.
  }
  const valid = Object.entries(stored).filter(([name, value]) => name in CHOICES && CHOICES[name as keyof Preferences](value));
  return { ...DEFAULTS, ...Object.fromEntries(valid) };
}

let current = DEFAULTS;
const listeners = new Set<() => void>();

export function loadPreferences(): void {
  try {
    current = readPreferences(localStorage.getItem(KEY));
  } catch {
    // A browser that stores nothing: choices last as long as the page.
  }
  apply();
}

export function choose(choice: Partial<Preferences>): void {
  current = { ...current, ...choice };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // As above.
  }
  apply();
  for (const listener of listeners) listener();
}

function apply(): void {
  const root = document.documentElement;
  root.dataset['theme'] = current.theme;
  root.dataset['motion'] = current.motion;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
