import { Track, type Rows } from './track';

/** 3,600 of them are four hours. */
export const BUCKET_MS = 4000;

export interface BandRows extends Rows {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

interface Sum {
  min: number;
  max: number;
  sum: number;
  count: number;
}

/**
 * The lowest, mean and highest value of each field in each four seconds, for windows that the single values do not reach. A bucket
 * is there once it is over; one without a value is not there at all.
 */
export class Bands {
  private readonly means = new Track();
  private readonly lows = new Track();
  private readonly highs = new Track();
  private bucket = NaN;
  private sums = new Map<string, Sum>();

  append(time: number, row: ReadonlyMap<string, number>): void {
    const bucket = Math.floor(time / BUCKET_MS) * BUCKET_MS;
    if (bucket !== this.bucket) {
      this.close();
      this.bucket = bucket;
    }
    for (const [field, value] of row) {
      const sum = this.sums.get(field);
      if (sum === undefined) {
        this.sums.set(field, { min: value, max: value, sum: value, count: 1 });
      } else {
        sum.min = Math.min(sum.min, value);
        sum.max = Math.max(sum.max, value);
        sum.sum += value;
        sum.count++;
      }
    }
  }

  private close(): void {
    if (this.sums.size === 0) return;
    this.means.append(this.bucket, this.take((sum) => sum.sum / sum.count));
    this.lows.append(this.bucket, this.take((sum) => sum.min));
    this.highs.append(this.bucket, this.take((sum) => sum.max));
    this.sums = new Map();
  }

  private take(pick: (sum: Sum) => number): Map<string, number> {
    return new Map([...this.sums].map(([field, sum]) => [field, pick(sum)]));
  }

  since(from: number, field: string): BandRows {
    const { times, values } = this.means.since(from, field);
    return { times, values, min: this.lows.since(from, field).values, max: this.highs.since(from, field).values };
  }

  get first(): number {
    return this.means.first;
  }
}
