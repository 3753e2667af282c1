/** A round step, of which some two hundred fit under a scale: 0.5 of 100, 2 of 300, 50,000,000 of 8 GB. */
export function stepOf(most: number): number {
  const ideal = Math.max(most, Number.MIN_VALUE) / 200;
  const power = 10 ** Math.floor(Math.log10(ideal));
  const factor = [1, 2, 5, 10].find((one) => one * power >= ideal * 0.999) ?? 10;
  return factor * power;
}

/** The nearest multiple of a step, written without the noise of binary fractions. */
export function rounded(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

const LARGE = 10;

/** Where a key leads on a scale from 0; nothing when it is none of a slider's. */
export function keyed(key: string, value: number, step: number, most: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowUp: value + step,
    ArrowRight: value + step,
    ArrowDown: value - step,
    ArrowLeft: value - step,
    PageUp: value + LARGE * step,
    PageDown: value - LARGE * step,
    Home: 0,
    End: most,
  };
  const moved = moves[key];
  return moved === undefined ? undefined : Math.max(0, rounded(moved, step));
}
