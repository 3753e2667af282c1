/** Values with nothing on either side: no line goes there, so they would not be seen. */
export function isolated(values: ArrayLike<number | null | undefined>): number[] | null {
  const found: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (isThere(values[i]) && !isThere(values[i - 1]) && !isThere(values[i + 1])) found.push(i);
  }
  return found.length === 0 ? null : found;
}

function isThere(value: number | null | undefined): boolean {
  return value !== null && value !== undefined;
}
