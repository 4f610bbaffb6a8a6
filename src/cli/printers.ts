// What a printer is, and the list of them.
import type { Report } from '../core/model';
import { json } from './printers/json';
import { text } from './printers/text';

export interface Printer {
  /** The value of `--format` that asks for it. */
  readonly format: string;
  /** The whole output, line break at its end included. */
  print(report: Report): string;
}

export const printers: readonly Printer[] = [text, json];
