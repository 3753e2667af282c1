const PATHS = {
  overview: 'M3 13h4l3-9 4 16 3-9 1.2 2H21',
  performance: 'M4 20V10m5.3 10V4m5.4 16v-7M20 20V8',
  processes: 'M5 5h4v4H5zM15 4h4v4h-4zM15 16h4v4h-4zM9 7h6M12 7v11h3',
  network: 'M12 3v6m0 6v6M5 12h14M9 9h6v6H9zM3 10v4M21 10v4',
  disks: 'M4 7c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zm0 0v10c0 1.7 3.6 3 8 3s8-1.3 8-3V7M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3',
  gpu: 'M3 7h16v10H3zM7 17v3m4-3v3m4-3v3M19 10h2v4h-2M11 12a2.5 2.5 0 1 0-.1 0z',
  alerts: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 21h4',
  rules: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 5v4M9 15v4',
  pipeline: 'M4 6h6v4H4zM14 14h6v4h-6zM10 8h4a3 3 0 0 1 3 3v3',
  settings: 'M12 15.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM12 2.8v2.6m0 13.2v2.6M2.8 12h2.6m13.2 0h2.6M5.5 5.5l1.8 1.8m9.4 9.4 1.8 1.8m0-13-1.8 1.8m-9.4 9.4-1.8 1.8',
  check: 'M5 12.5 10 17.5 19 7',
  close: 'M6 6l12 12M18 6 6 18',
  none: 'M5 19 19 5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  play: 'M8 5l11 7-11 7z',
  pause: 'M8 5v14M16 5v14',
  past: 'M4 12a8 8 0 1 0 2.5-5.8M4 4v4h4M12 8v4l3 2',
  back: 'M15 5l-7 7 7 7',
  forward: 'M9 5l7 7-7 7',
  wider: 'M8 12h8M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  picture: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9.5a1 1 0 1 0 0-.1z',
  temperature: 'M10 14V5a2 2 0 1 1 4 0v9a4 4 0 1 1-4 0z',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, never instead of them. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
