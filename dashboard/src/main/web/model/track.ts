/** As many moments as a chart of half an hour at two a second needs. */
export const CAPACITY = 3600;

/** So that a source with ever new names cannot fill the browser's memory. */
const MAX_COLUMNS = 300;

const FIRST_SIZE = 128;

/** Rows of one window, oldest first. */
export interface Rows {
  readonly times: Float64Array;
  readonly values: Float64Array;
}

/**
 * The last values of many fields at the same moments: a ring of rows in typed arrays. A field without a value at a moment is NaN
 * there. Grows to its capacity as rows come; then the oldest row goes.
 */
export class Track {
  private times: Float64Array;
  private readonly columns = new Map<string, Float64Array>();
  private start = 0;
  private count = 0;

  constructor(private readonly capacity = CAPACITY) {
    this.times = new Float64Array(Math.min(FIRST_SIZE, capacity));
  }

  get size(): number {
    return this.count;
  }

  /** Milliseconds since 1970; NaN while there is no row. */
  get first(): number {
    return this.count === 0 ? NaN : (this.times[this.start] as number);
  }

  get last(): number {
    return this.count === 0 ? NaN : (this.times[this.place(this.count - 1)] as number);
  }

  fields(): string[] {
    return [...this.columns.keys()];
  }

  /** Adds a row. One that is not newer than the last is a duplicate and is left out. */
  append(time: number, row: ReadonlyMap<string, number>): boolean {
    if (this.count > 0 && !(time > this.last)) return false;
    if (this.count === this.times.length && this.times.length < this.capacity) this.grow();
    const at = this.claim();
    this.times[at] = time;
    for (const [field, column] of this.columns) column[at] = row.get(field) ?? NaN;
    for (const [field, value] of row) {
      if (!this.columns.has(field) && this.columns.size < MAX_COLUMNS) {
        const column = new Float64Array(this.times.length).fill(NaN);
        column[at] = value;
        this.columns.set(field, column);
      }
    }
    return true;
  }

  private claim(): number {
    if (this.count < this.times.length) return this.place(this.count++);
    const at = this.start;
    this.start = (this.start + 1) % this.times.length;
    return at;
  }

  private place(row: number): number {
    return (this.start + row) % this.times.length;
  }

  // Only before the ring is full, so the rows begin at 0.
  private grow(): void {
    const size = Math.min(this.capacity, this.times.length * 2);
    this.times = copy(this.times, size);
    for (const [field, column] of this.columns) this.columns.set(field, copy(column, size));
  }

  /** The rows from a time on, for one field. */
  since(from: number, field: string): Rows {
    const begin = this.search(from);
    const length = this.count - begin;
    const times = new Float64Array(length);
    const values = new Float64Array(length);
    const column = this.columns.get(field);
    for (let i = 0; i < length; i++) {
      const at = this.place(begin + i);
      times[i] = this.times[at] as number;
      values[i] = column === undefined ? NaN : (column[at] as number);
    }
    return { times, values };
  }

  latest(field: string): number | undefined {
    const value = this.count === 0 ? NaN : this.columns.get(field)?.[this.place(this.count - 1)];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  }

  // The first row that is not before a time.
  private search(from: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.times[this.place(middle)] as number) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function copy(from: Float64Array, size: number): Float64Array {
  const to = new Float64Array(size).fill(NaN);
  to.set(from);
  return to;
}
