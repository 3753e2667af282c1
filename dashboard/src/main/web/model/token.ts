/** A token for brokers that want one; kept for as long as this tab is open, and nowhere else. */
const KEY = 'hostpulse.token';

export function readToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(token: string): void {
  try {
    sessionStorage.setItem(KEY, token);
  } catch {
    // A browser that stores nothing: then the broker has to be asked without.
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
