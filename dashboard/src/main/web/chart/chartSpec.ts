import type { Line } from './TimeChart';

/** What one chart shows. */
export interface ChartSpec {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly format: (value: number) => string;
  /** The upper edge, when the value has a natural one. */
  readonly ceiling?: number;
  /** Whether round values are those of memory: 512 MB and not 500. */
  readonly isBinary?: boolean;
}
