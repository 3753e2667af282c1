import { useSyncExternalStore } from 'react';
import { usePreferences } from '../app/preferences';

/** A colour of the design, for canvases, which know no custom properties. */
export function color(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

const DARK = '(prefers-color-scheme: dark)';

/** Changes when colours do, so that canvases are drawn anew. */
export function useColors(): string {
  const { theme } = usePreferences();
  const isDark = useSyncExternalStore(
    (listener) => {
      const query = matchMedia(DARK);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(DARK).matches,
  );
  return theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
}
