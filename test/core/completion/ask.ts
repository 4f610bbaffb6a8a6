// Asks for completion at the `|` of a native file, as the editor does, and applies what is chosen.
import assert from 'node:assert/strict';
import { analyze } from '../../../src/core/analyze';
import { nativeOffersAt, type Offers } from '../../../src/core/completion';
import { readLicenseFile } from '../../../src/core/formats';
import { defaultSettings, type Settings } from '../../../src/core/settings';
import { finish } from '../../../src/core/steps';
import { applyEdits } from '../../../src/core/text';
import { at } from '../read';

export interface Answer extends Offers {
  readonly text: string;
  readonly caret: number;
}

/** `known`: the text that the report was made of, where that is not the one asked about. */
export function askAt(
  path: string,
  text: string,
  caret: number,
  settings: Partial<Settings> = {},
  known: string | undefined = text,
): Answer {
  const all = { ...defaultSettings, ...settings };
  const format = path.slice(path.lastIndexOf('.') + 1);
  const file = known === undefined ? undefined : readLicenseFile({ path, text: known }, all);
  const report = file && analyze([file], all, at);
  const offers = finish(nativeOffersAt(text, caret, { format, settings: all, now: at, report, file }));
  return { ...offers, text, caret };
}

export function ask(path: string, marked: string, settings?: Partial<Settings>): Answer {
  const caret = marked.indexOf('|');
  assert.ok(caret >= 0, 'no place is marked');
  return askAt(path, marked.slice(0, caret) + marked.slice(caret + 1), caret, settings);
}

export function labels({ offers }: Answer): string {
  return offers.map(({ label }) => label).join(' ');
}

/** The whole text once the offer of that label, or else the first, is chosen. */
export function chosen({ offers, span, also = [], text }: Answer, label?: string): string {
  const offer = label === undefined ? offers[0] : offers.find(each => each.label === label);
  assert.ok(offer, `${label} is not among ${offers.map(each => each.label)}`);
  return applyEdits(text, [...also, { ...span, text: offer.text }]);
}
