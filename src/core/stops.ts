// The way from one gap or problem to the next, through all license files in the order of their paths, and round again.
import { type Alert, alertsIn } from './alerts';
import type { Instant, Report, SourceFile } from './model';
import { firstIndex } from './search';

/** A place with one alert or more. */
export interface Stop {
  /** What the file is known by; their order is that of the way. */
  readonly key: string;
  readonly file: SourceFile;
  /** An offset. */
  readonly at: number;
  /** The first of those there. */
  readonly alert: Alert;
}

export interface Step {
  readonly stop: Stop;
  /** Counts from 0. */
  readonly index: number;
  /** The way began anew. */
  readonly isWrapped: boolean;
}

/** Where a person is; not on the way if no license file is looked at. */
export interface Here {
  readonly key: string;
  readonly at: number;
}

/** All stops in order. `keyOf`: what the files of that report are known by. */
export function stopsIn(
  folders: readonly { readonly report: Pick<Report, 'findings'>; readonly keyOf: (file: SourceFile) => string }[],
  at: Instant,
): readonly Stop[] {
  const stops = folders.flatMap(({ report, keyOf }) => {
    const keys = new Map<string, string>();
    return alertsIn(report, at).map((alert): Stop => {
      const { file, span } = alert.finding;
      const key = keys.get(file.path) ?? keyOf(file);
      keys.set(file.path, key);
      return { key, file, at: span.start, alert };
    });
  });
  const sorted = stops.sort((a, b) => compare(a, b));
  return sorted.filter((stop, i) => i === 0 || compare(sorted[i - 1]!, stop) !== 0);
}

/** `undefined`: there are no stops. */
export function nextStop(stops: readonly Stop[], here: Here | undefined, direction: 1 | -1): Step | undefined {
  if (stops.length === 0) return undefined;
  const last = stops.length - 1;
  if (!here) return stepTo(stops, direction > 0 ? 0 : last, false);
  const next = direction > 0 ? firstIndex(stops, stop => compare(stop, here) > 0) : firstBefore(stops, here);
  if (next > last) return stepTo(stops, 0, true);
  return next < 0 ? stepTo(stops, last, true) : stepTo(stops, next, false);
}

function firstBefore(stops: readonly Stop[], here: Here): number {
  return firstIndex(stops, stop => compare(stop, here) >= 0) - 1;
}

function stepTo(stops: readonly Stop[], index: number, isWrapped: boolean): Step {
  return { stop: stops[index]!, index, isWrapped };
}

function compare(a: Here, b: Here): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.at - b.at;
}
