// How much time is left, as it is told: in whole days, then in hours.
import { msPerDay, msPerHour } from './calendar';

export interface TimeLeft {
  readonly unit: 'days' | 'hours' | 'less';
  /** Rounded down, since what is left is never more than said; 0 for `less` than an hour. */
  readonly count: number;
  /** How long this stays true, in ms; `Infinity`: until the time itself is up. */
  readonly lasts: number;
}

/** `ms` of two days and more are told in days, from one hour on in hours. */
export function timeLeft(ms: number): TimeLeft {
  if (ms < msPerHour) return { unit: 'less', count: 0, lasts: Infinity };
  const [unit, length] = ms >= 2 * msPerDay ? (['days', msPerDay] as const) : (['hours', msPerHour] as const);
  const count = Math.floor(ms / length);
  return { unit, count, lasts: ms - count * length + 1 };
}
