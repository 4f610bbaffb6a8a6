// Dates in digits with the year first: `20261130`, `2026-11-30`, `2026/11/30`.
import { type Day, dayOf, daysInMonth } from '../calendar';

const patterns = [/^(\d{4})()(\d{2})(\d{2})$/, /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/] as const;

export function readPlainDay(written: string): Day | 'impossible' | 'unreadable' {
  for (const pattern of patterns) {
    const [, year, , month, date] = pattern.exec(written) ?? [];
    if (year !== undefined) return calendarDay(Number(year), Number(month), Number(date));
  }
  return 'unreadable';
}

/** `month` from 1. */
export function calendarDay(year: number, month: number, date: number): Day | 'impossible' {
  const isReal = year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return isReal ? dayOf(year, month, date) : 'impossible';
}
