// JSON Web Tokens as licenses: of each line the payload is read, and nothing of the token is kept. Source of the claims: RFC 7519.
import type { Problem } from '../model';
import { jwt as profile } from '../profiles/jwt';
import type { MapNode, Span } from '../tree';
import * as words from '../words/vendor-files';
import { decodeBase64Url } from './base64url';
import { char, endOfLine } from './chars';
import { readJson } from './json';
import { isFull, VendorEntry, type VendorFormat, type VendorReading } from './vendor';
import {
  epochAt,
  type Found,
  fieldFor,
  lastInstant,
  namedValue,
  problemIn,
  readInstant,
  stringOf,
} from './vendor-json';

export const jwt: VendorFormat = {
  name: 'jwt',
  profile,
  claims: text => {
    let isOne = false;
    for (const line of linesOf(text)) {
      // Where there are several words on a line, somebody tells of tokens.
      if (hasBlank(text, line)) return false;
      const payload: MapNode | undefined = isOne ? undefined : payloadOf(text, line);
      isOne ||= payload !== undefined && ['nbf', 'exp'].some(name => isNumber(payload, name));
    }
    return isOne;
  },
  *read(reading) {
    let count = 0;
    for (const line of linesOf(reading.text)) {
      if (isFull(count, headOf(reading.text, line), reading)) return;
      if (++count % stepLength === 0) yield;
      readToken(line, reading);
    }
  },
};

/** How many tokens are read in one step. */
const stepLength = 1_000;

/** Header, payload and signature; an unsecured token has no third part. Padding does not belong there, but some write it. */
const token = /[\w-]+={0,2}\.([\w-]+={0,2})\.[\w-]*={0,2}/y;

/** The lines that are not blank, without the blanks around them. */
function* linesOf(text: string): Generator<Span, void, undefined> {
  for (let line = 0; line < text.length; ) {
    let [start, end] = [line, endOfLine(text, line)];
    line = end + 1;
    while (start < end && isBlank(text.charCodeAt(start))) start++;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (end > start) yield { start, end };
  }
}

function isBlank(code: number): boolean {
  return code <= char.space || code === char.byteOrderMark;
}

function hasBlank(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (isBlank(text.charCodeAt(at))) return true;
  return false;
}

/** What a token says; `undefined`: the line is none, or it says nothing that can be read. */
function payloadOf(text: string, { start, end }: Span): MapNode | undefined {
  token.lastIndex = start;
  const match = token.exec(text);
  if (!match || token.lastIndex !== end) return undefined;
  const decoded = decodeBase64Url(match[1]!);
  if (decoded === undefined) return undefined;
  const { documents, problems } = readJson(decoded);
  return documents[0]?.kind === 'map' && problems.length === 0 ? documents[0] : undefined;
}

function isNumber(payload: MapNode, name: string): boolean {
  const value = namedValue(payload, name);
  return value?.kind === 'scalar' && value.type === 'number';
}

/** Where a token is underlined: its first characters, which are the same in nearly all. */
function headOf(text: string, { start, end }: Span): Span {
  const dot = text.indexOf('.', start);
  return { start, end: Math.min(end, start + 8, dot > start ? dot : end) };
}

function readToken(line: Span, reading: VendorReading): void {
  const { text } = reading;
  const head = headOf(text, line);
  const payload = payloadOf(text, line);
  if (!payload) {
    token.lastIndex = line.start;
    const isToken = token.test(text) && token.lastIndex === line.end;
    reading.fail({ rule: 'syntax', span: head, message: isToken ? words.unreadableToken : words.noToken }, undefined);
    return;
  }
  const product = productOf(payload);
  const start = claimAt(payload, 'nbf', head) ?? claimAt(payload, 'iat', head);
  const expiry = claimAt(payload, 'exp', head);
  const problem = problemIn(start, expiry) ?? (expiry || namedValue(payload, 'nbf') ? undefined : noClaims(head));
  if (problem) {
    reading.fail(problem, product);
    return;
  }
  const fields = [...fieldFor('starts', start), ...fieldFor('expires', expiry)];
  const entry = new VendorEntry(reading.document, line, () => ({ head, fields }));
  const [from, until] = [readInstant(start)?.at ?? -Infinity, readInstant(expiry)?.at ?? Infinity];
  reading.addInstants(reading.pool({ product }), entry, from, until, undefined);
}

function noClaims(span: Span): Problem {
  return { rule: 'missing-field', span, message: words.noClaims };
}

/**
 * The claim `product`, where a vendor has one. Else who issued it (`iss`), which stays the same from one renewal to the next: a vendor
 * signs licenses of its product. Not `sub`, which is the customer, nor `aud`, which may be; both are nobody's business here.
 */
function productOf(payload: MapNode): string {
  return (stringOf(payload, 'product') ?? stringOf(payload, 'iss'))?.text.trim() ?? 'JWT';
}

/** A NumericDate: seconds since 1970 in UTC, which may have a fraction. Its place is the token's. */
function claimAt(payload: MapNode, claim: 'nbf' | 'iat' | 'exp', head: Span): Found {
  const value = namedValue(payload, claim);
  if (!value) return undefined;
  const seconds = value.kind === 'scalar' && value.type === 'number' ? Number(value.text) : Number.NaN;
  const at = Math.round(seconds * 1000);
  if (at >= 0 && at <= lastInstant) return epochAt(at, head);
  return { rule: 'invalid-date', span: head, message: words.wrongClaim(claim) };
}
