/** A token for brokers that want one; kept where the person chose, and nowhere else. */
const KEY = 'hostpulse.token';

/** `page`: until it is loaded again. `tab`: while this tab is open. `browser`: until somebody logs out. */
export type Place = 'page' | 'tab' | 'browser';

let onPage: string | undefined;

/** A browser that stores nothing, or may not, is one in which nothing is stored. */
function stored(storage: () => Storage): string | undefined {
  try {
    return storage().getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

const tab = (): Storage => sessionStorage;
const browser = (): Storage => localStorage;

export function readToken(): string | undefined {
  return onPage ?? stored(tab) ?? stored(browser);
}

/** Where the token is, if there is one. */
export function tokenPlace(): Place | undefined {
  if (onPage !== undefined) return 'page';
  if (stored(tab) !== undefined) return 'tab';
  return stored(browser) === undefined ? undefined : 'browser';
}

/** Keeps it in one place: what was in another is gone. Where it cannot be stored it stays on the page. */
export function keepToken(token: string, place: Place): void {
  forgetToken();
  try {
    if (place === 'tab') sessionStorage.setItem(KEY, token);
    if (place === 'browser') localStorage.setItem(KEY, token);
  } catch {
    // As above.
  }
  if (readToken() !== token) onPage = token;
}

export function forgetToken(): void {
  onPage = undefined;
  for (const storage of [tab, browser]) {
    try {
      storage().removeItem(KEY);
    } catch {
      // As above.
    }
  }
}

/** What a page names when it opens a WebSocket, because browsers send no headers of their own with it. */
export function protocols(token: string | undefined): string[] {
  return token === undefined ? [] : ['hostpulse.v1', `hostpulse.token.${token}`];
}

/** Whether this could be a token at all: the characters of a WebSocket's protocol, without which opening one fails. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_.~+-]{8,200}$/.test(text);
}
