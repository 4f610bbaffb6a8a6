// The outline of a vendor's license file: its servers, daemons and licenses, in the file's own words and without its keys.

import { columnsOf, isLicense, type LineKind } from './formats/line-file';
import { LineReader } from './formats/line-reader';
import { type Block, blocksOf } from './formats/lmx-reader';
import { type BlockLanguage, countPattern, isProse, type Language, type LineLanguage } from './languages';
import type { Steps } from './steps';
import { shown } from './text';
import type { Span } from './tree';
import * as words from './words/languages';

/** Something in the outline; its span covers its children. */
export interface OutlineItem extends Span {
  /** `rest`: what stands for all that follows where there is too much to be listed. */
  readonly kind: 'server' | 'vendor' | 'product' | 'license' | 'package' | 'rest';
  readonly name: string;
  readonly detail: string;
  /** The name's place, within the span. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** An item while what belongs to it is still to come. */
interface OpenItem extends OutlineItem {
  end: number;
  readonly children: OpenItem[];
}

/** How many items are listed, as many as VS Code lists of JSON: an editor takes them all at once. */
export const outlineLimit = 5_000;

/** How many records are looked at in one step. */
const stepLength = 1_000;

export function* outlineOf(text: string, language: Language): Steps<readonly OutlineItem[]> {
  const items = language.shape === 'lines' ? lineItems(text, language) : blockItems(text, language);
  const outline: OpenItem[] = [];
  /** The daemon named last, by its name in small letters. */
  const daemons = new Map<string, OpenItem>();
  let count = 0;
  for (const { item, vendor } of items) {
    if (++count % stepLength === 0) yield;
    if (count > outlineLimit) return [...outline, restFrom(item, text)];
    const daemon = vendor === undefined ? undefined : daemons.get(vendor);
    if (item.kind === 'vendor') daemons.set(item.name.toLowerCase(), item);
    (daemon?.children ?? outline).push(item);
    if (daemon) daemon.end = item.end;
  }
  return outline;
}

function restFrom({ start, selection }: OpenItem, text: string): OutlineItem {
  return { kind: 'rest', name: words.restNotListed, detail: '', start, end: text.length, selection, children: [] };
}

/** An item, and the name of the daemon that it stands under if there is one. */
interface Found {
  readonly item: OpenItem;
  readonly vendor: string | undefined;
}

const itemKinds: Readonly<Record<LineKind, OutlineItem['kind']>> = {
  license: 'license',
  upgrade: 'license',
  package: 'package',
  server: 'server',
  vendor: 'vendor',
};

function* lineItems(text: string, language: LineLanguage): Generator<Found, undefined, undefined> {
  const { dialect, kinds, product, vendor } = language.format;
  const reader = new LineReader(text, dialect);
  while (reader.next()) {
    const record = kinds.get(reader.keyword);
    if (!record || isProse(reader, record)) continue;
    const kind = itemKinds[record];
    const { start, end, keyword } = reader;
    const isSold = kind === 'license' || kind === 'package';
    const name = fieldAt(reader, isSold ? product : 0);
    const detail = isLicense(record) ? licenseDetail(reader, record) : keyword;
    yield {
      item: itemOf({ kind, start, end, ...(name ?? { name: keyword, selection: reader.head }), detail }),
      vendor: isSold ? fieldAt(reader, vendor)?.name.toLowerCase() : undefined,
    };
  }
}

function itemOf(item: Omit<OpenItem, 'children'>): OpenItem {
  return { ...item, name: shown(item.name).trim() || item.detail, children: [] };
}

/** A field as the file writes it; none where something stands in its place that may be a signature or a host id. */
function fieldAt(reader: LineReader, index: number): { name: string; selection: Span } | undefined {
  const name = index < reader.fieldCount ? reader.word(index) : '';
  if (name === '' || keyPattern.test(name)) return undefined;
  return { name, selection: { start: reader.starts[index]!, end: reader.ends[index]! } };
}

const keyPattern = /^(?:[\dA-F]{12,}|[\dA-Z]{40,})$/i;

/** What looks like a version, a date and a count: where a field is missing, a key stands in the place of the next. */
const versionPattern = /^\S{1,16}$/;
const datePattern = /^(?:\d{1,2}-[^\s-]{1,9}-\d{1,4}|permanent)$/i;

function licenseDetail(reader: LineReader, kind: LineKind): string {
  const { version, expires, seats } = columnsOf(kind);
  const field = (index: number, pattern: RegExp): string | undefined => saidBy(fieldAt(reader, index)?.name, pattern);
  const start = reader.attribute('START');
  const from = kind === 'upgrade' ? field(2, versionPattern) : undefined;
  return words.outlineDetail({
    version: words.upgradedVersion(from, field(version, versionPattern)),
    starts: start < 0 ? undefined : saidBy(reader.value(start), datePattern),
    expires: field(expires, datePattern),
    count: field(seats, countPattern),
  });
}

function saidBy(text: string | undefined, pattern: RegExp): string | undefined {
  return text !== undefined && pattern.test(text) ? shown(text) : undefined;
}

function* blockItems(text: string, { keyword }: BlockLanguage): Generator<Found, undefined, undefined> {
  for (const block of blocksOf(text)) {
    const { start, end, feature, head } = block;
    const name = feature ? text.slice(feature.start, feature.end) : keyword.name;
    const detail = blockDetail(block, text);
    yield {
      item: itemOf({ kind: 'license', start, end, name, selection: feature ?? head, detail }),
      vendor: undefined,
    };
  }
}

const digitsPattern = /^\d{1,4}[-/]?\d{1,2}[-/]?\d{1,4}$/;

function blockDetail({ directives }: Block, text: string): string {
  const said = (name: string, pattern: RegExp): string | undefined => {
    const value = directives.get(name)?.value;
    return value && saidBy(text.slice(value.start, value.end), pattern);
  };
  const [major, minor] = [said('MAJOR_VERSION', versionPattern), said('MINOR_VERSION', versionPattern)];
  const parts = major === undefined && minor === undefined ? undefined : `${major ?? 1}.${minor ?? 0}`;
  return words.outlineDetail({
    version: said('VERSION', versionPattern) ?? parts,
    starts: said('START', digitsPattern),
    expires: said('END', digitsPattern),
    count: said('COUNT', /^(?:\d{1,10}|unlimited)$/i),
  });
}
