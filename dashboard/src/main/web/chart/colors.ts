import { useSyncExternalStore } from 'react';
import { usePreferences } from '../app/preferences';

const DARK = '(prefers-color-scheme: dark)';

/** What a custom property says, which is as it was written: only a property with a type of its own is worked out by the browser. */
const PAIR = /^light-dark\(\s*(.+?)\s*,\s*(.+?)\s*\)$/;

/** A value of the design, for canvases, which know no custom properties. */
export function color(name: string): string {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  return ofScheme(value, isDark(document.documentElement.dataset['theme']));
}

/** The one of two colours that fits; whatever else it is stays as it is. */
export function ofScheme(value: string, isDarkScheme: boolean): string {
  const pair = PAIR.exec(value);
  return pair?.[isDarkScheme ? 2 : 1] ?? value;
}

function isDark(theme: string | undefined): boolean {
  return theme === 'dark' || (theme !== 'light' && matchMedia(DARK).matches);
}

/** Changes when colours do, so that canvases are drawn anew. */
export function useColors(): string {
  const { theme } = usePreferences();
  const isDarkNow = useSyncExternalStore(
    (listener) => {
      const query = matchMedia(DARK);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => isDark(theme),
  );
  return isDarkNow ? 'dark' : 'light';
}
