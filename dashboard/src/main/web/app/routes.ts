import { useSyncExternalStore } from 'react';

/** Where a person is: a view, what in it, and how it is set. Lives behind the # of the address, so that it can be sent to others. */
export interface Route {
  readonly view: string;
  readonly detail: string;
  readonly query: URLSearchParams;
}

/** Reads `#/alerts/1b745747d391?hours=24`. Never fails: an address may be anything. */
export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#\/?/, '');
  const question = text.indexOf('?');
  const path = question < 0 ? text : text.slice(0, question);
  const [view = '', ...rest] = path.split('/').map(decoded);
  return {
    view: view === '' ? 'overview' : view,
    detail: rest.join('/'),
    query: new URLSearchParams(question < 0 ? '' : text.slice(question + 1)),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function link(view: string, detail = '', query: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${view}${detail === '' ? '' : `/${encodeURIComponent(detail)}`}${search === '' ? '' : `?${search}`}`;
}

/** Changes the query of the present view without a step in the browser's history. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const route = parseRoute(location.hash);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') route.query.delete(name);
    else route.query.set(name, value);
  }
  history.replaceState(null, '', link(route.view, route.detail, Object.fromEntries(route.query)));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

let shown = '';
let route = parseRoute('');

function present(): Route {
  if (location.hash !== shown) {
    shown = location.hash;
    route = parseRoute(shown);
  }
  return route;
}

export function useRoute(): Route {
  return useSyncExternalStore((listener) => {
    window.addEventListener('hashchange', listener);
    return () => window.removeEventListener('hashchange', listener);
  }, present);
}
