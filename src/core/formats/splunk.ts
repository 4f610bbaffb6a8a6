// Splunk licenses: signed XML with times in seconds since 1970.
import type { Problem } from '../model';
import { splunk as profile } from '../profiles/splunk';
import type { Steps } from '../steps';
import { maxDepth, type Span } from '../tree';
import * as vendorWords from '../words/vendor-files';
import * as writtenWords from '../words/written';
import { maxProblems } from './nodes';
import { isFull, VendorEntry, type VendorField, type VendorFormat, type VendorReading } from './vendor';
import { epochAt, type Found, fieldFor, lastInstant, problemIn, readInstant, wrongDate } from './vendor-json';
import { XmlReader } from './xml';

export const splunk: VendorFormat = {
  name: 'splunk',
  profile,
  claims: text =>
    /<license[\s>]/.test(text) &&
    /<payload[\s>]/.test(text) &&
    /<(?:absolute_expiration_time|relative_expiration_interval|creation_time|quota)[\s>]/.test(text),
  read: reading => new LicenseReader(reading).read(),
};

/** How many tags and texts are read in one step. */
const stepLength = 10_000;

/** What an element of the payload says, trimmed, and where. */
interface Value extends Span {
  readonly text: string;
}

/** A license that is being read. */
interface Open extends Span {
  /** Its name in its tag. */
  readonly head: Span;
  readonly values: Map<string, Value>;
  /** The source types that it is for alone. */
  readonly sourceTypes: string[];
  /** How many elements are open around it. */
  readonly depth: number;
  isTorn: boolean;
}

interface Element extends Span {
  readonly name: string;
}

/** Reads one license after another; of each the elements that stand in its payload. */
class LicenseReader {
  readonly #reading: VendorReading;
  readonly #xml: XmlReader;
  /** The elements that are open. */
  readonly #path: Element[] = [];
  #license: Open | undefined;
  #value: Value | undefined;
  #count = 0;

  constructor(reading: VendorReading) {
    this.#reading = reading;
    this.#xml = new XmlReader(reading.text);
  }

  *read(): Steps<void> {
    const xml = this.#xml;
    const { problems } = this.#reading;
    for (let pieces = 1; problems.length < maxProblems && xml.next(); pieces++) {
      if (pieces % stepLength === 0) yield;
      if (xml.kind === 'text') this.#hear();
      else if (xml.kind === 'close') this.#close();
      else if (xml.kind === 'broken') this.#tear({ start: xml.start, end: xml.start + 1 }, vendorWords.brokenMarkup);
      else if (!this.#open()) return;
    }
    const [outermost] = this.#path;
    if (!outermost) return;
    this.#tear(outermost, vendorWords.unclosedElement(outermost.name));
    this.#end(xml.end);
  }

  /** `false`: no more is read. */
  #open(): boolean {
    const { kind, name, start, nameStart } = this.#xml;
    const head = { start: nameStart, end: nameStart + name.length };
    if (this.#path.length === maxDepth) {
      this.#reading.problems.push({ rule: 'limit', span: head, message: writtenWords.tooDeep(maxDepth) });
      return false;
    }
    if (name === 'license' && kind === 'open' && !this.#license) {
      if (isFull(this.#count++, head, this.#reading)) return false;
      const depth = this.#path.length;
      this.#license = { start, end: start, head, values: new Map(), sourceTypes: [], depth, isTorn: false };
    }
    this.#value = undefined;
    if (kind === 'open') this.#path.push({ name, ...head });
    return true;
  }

  /** A text belongs to the element around it; several are one. */
  #hear(): void {
    if (!this.#isIn('payload')) return;
    const { said, start, end, text } = this.#xml;
    const trimmed = said.trim();
    if (trimmed === '') return;
    const written = text.slice(start, end);
    const first = start + (written.startsWith('<') ? '<![CDATA['.length : 0);
    const lead = said.length - said.trimStart().length;
    const last = written.startsWith('<') ? first + lead + trimmed.length : start + written.trimEnd().length;
    this.#value = {
      text: (this.#value?.text ?? '') + trimmed,
      start: this.#value?.start ?? first + lead,
      end: last,
    };
  }

  #close(): void {
    const { name, start, end } = this.#xml;
    const path = this.#path;
    let index = path.length - 1;
    while (index >= 0 && path[index]!.name !== name) index--;
    if (index < 0) {
      this.#tear({ start, end }, vendorWords.brokenMarkup);
      return;
    }
    const inner = path[index + 1];
    if (inner) this.#tear(inner, vendorWords.unclosedElement(inner.name));
    else this.#keep(name);
    path.length = index;
    this.#value = undefined;
    if (index === this.#license?.depth) this.#end(end);
  }

  /** Keeps what an element of the payload says, now that it is known to be all of it. */
  #keep(name: string): void {
    const value = this.#value;
    if (!this.#license || !value) return;
    if (name === 'sourcetypes' || this.#isIn('payload', 'sourcetypes')) this.#license.sourceTypes.push(value.text);
    else if (this.#path.length === this.#license.depth + 3) this.#license.values.set(name, value);
  }

  /** Whether the license is read in these elements, one in another, and in one more. */
  #isIn(...names: readonly string[]): boolean {
    const depth = this.#license ? this.#license.depth + 1 : -1;
    return (
      depth > 0 &&
      names.every((name, i) => this.#path[depth + i]?.name === name) &&
      this.#path.length > depth + names.length
    );
  }

  #tear(span: Span, message: string): void {
    const problem: Problem = { rule: 'syntax', span: { start: span.start, end: span.end }, message };
    if (this.#license) {
      this.#license.isTorn = true;
      this.#reading.problems.push(problem);
    } else this.#reading.fail(problem, undefined);
  }

  #end(end: number): void {
    if (this.#license) addLicense({ ...this.#license, end }, this.#reading);
    this.#license = undefined;
  }
}

function addLicense(license: Open, reading: VendorReading): void {
  const { values, head, isTorn } = license;
  const { text: product, field } = productOf(license);
  const start = secondsOf(values.get('creation_time'));
  const expiry = secondsOf(values.get('absolute_expiration_time'));
  if (isTorn && !(start && expiry)) {
    reading.broken.push({ environment: undefined, product, unreadable: values.size === 0 });
    return;
  }
  const expires = readInstant(expiry);
  const problem = problemIn(start, expiry);
  if (problem || !expires) {
    const message = vendorWords.noVendorExpiry('absolute_expiration_time');
    reading.fail(problem ?? { rule: 'missing-field', span: head, message }, product);
    return;
  }
  const fields = [...field, ...fieldFor('starts', start), ...fieldFor('expires', expiry)];
  const entry = new VendorEntry(reading.document, license, () => ({ head, fields }));
  const from = readInstant(start)?.at ?? -Infinity;
  // Its quota is bytes a day, not seats.
  const term = reading.addInstants(reading.pool({ product }), entry, from, expires.at, undefined);
  const earlier = term && relativeExpiry(values.get('relative_expiration_interval'), term.from, term.until);
  if (earlier) reading.problems.push(earlier);
}

/**
 * Which licenses add to each other, and so can follow each other: those of one stack. A stack is of one type (`enterprise`,
 * `download-trial` …), and for fixed source types also of one set of those (server.conf.spec:
 * `auto_generated_pool_fixed-sourcetype_<sha256 hash of srctypes>`). A group (`Enterprise`) holds several stacks, and a label changes
 * with each renewal. The type alone would name no product.
 */
function productOf({ values, sourceTypes }: Open): { text: string; field: readonly VendorField[] } {
  const [type, group] = [values.get('type'), values.get('group_id')];
  const name = type && group?.text.toLowerCase() === type.text.toLowerCase() ? group : (type ?? group);
  if (!name) return { text: 'Splunk', field: [] };
  const types = sourceTypes.length === 0 ? '' : ` (${[...new Set(sourceTypes)].sort().join(', ')})`;
  const text = `Splunk ${name.text}${types}`;
  return { text, field: [{ field: 'product', start: name.start, end: name.end, text }] };
}

function secondsOf(value: Value | undefined): Found {
  if (!value) return undefined;
  const at = /^\d{1,12}$/.test(value.text) ? Number(value.text) * 1000 : Number.NaN;
  return at <= lastInstant ? epochAt(at, value) : wrongDate(value, value.text, '1802563200', 'unreadable');
}

/**
 * Splunk's own page shows the earlier of the absolute end and of `relative_expiration_start` + the interval, and only the server has
 * that start. It is not before the license was made, so where that could end it earlier, it is told.
 */
function relativeExpiry(interval: Value | undefined, from: number, until: number): Problem | undefined {
  const ms = interval && /^[1-9]\d{0,11}$/.test(interval.text) ? Number(interval.text) * 1000 : Number.NaN;
  if (!interval || !(from + ms < until) || !Number.isFinite(from)) return undefined;
  return {
    rule: 'missing-field',
    severity: 'information',
    span: { start: interval.start, end: interval.end },
    message: vendorWords.relativeExpiry(ms, from + ms, until),
  };
}
