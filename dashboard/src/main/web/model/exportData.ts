import { open } from './api';
import { readToken } from './token';

export type Format = 'csv' | 'json' | 'ndjson';

/** What is to be exported. */
export interface Wanted {
  readonly format: Format;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** None means all. */
  readonly streams: readonly string[];
}

export function exportPath({ format, from, to, streams }: Wanted): string {
  const query = new URLSearchParams({
    format,
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    ...(streams.length === 0 ? {} : { streams: streams.join(',') }),
  });
  return `/api/export/data?${query}`;
}

/** A name that sorts by time and that every system takes. */
export function fileName(host: string, { format, from, streams }: Wanted): string {
  const what = streams.length === 1 ? `${host}-${streams[0]}` : host;
  return `hostpulse-${what.replace(/[^A-Za-z0-9.-]/g, '_')}-${new Date(from).toISOString().slice(0, 19).replace(/:/g, '')}Z.${format}`;
}

/**
 * Downloads into a file. Without a token the browser does it by itself, onto the disk, after the broker has said that it will answer. A
 * token is in no address, so with one the page reads the answer, and hands it over when it is whole.
 *
 * @param told is called with the bytes that came so far, while the page reads
 */
export async function download(path: string, name: string, signal: AbortSignal, told: (bytes: number) => void): Promise<void> {
  const abort = new AbortController();
  signal.addEventListener('abort', () => abort.abort());
  const response = await open(path, abort.signal);
  if (readToken() === undefined) {
    abort.abort();
    hand(path, name);
    return;
  }
  const url = URL.createObjectURL(await read(response, told));
  hand(url, name);
  // The browser has begun to read it by then; without an end it would stay in memory as long as the page.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function read(response: Response, told: (bytes: number) => void): Promise<Blob> {
  const parts: BlobPart[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    told(bytes);
  }
  return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
}

/** As if somebody had clicked a link to it. */
export function hand(href: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = name;
  anchor.click();
}
