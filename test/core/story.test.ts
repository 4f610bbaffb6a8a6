// One story in every notation: every format keeps every promise.
import assert from 'node:assert/strict';
import { type Fix, fixesFor } from '../../src/core/fixes';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import { readLicenseFile } from '../../src/core/formats';
import { fieldNames } from '../../src/core/formats/fields';
import type { Term } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { gaps, iso, readText, reportOn, sample, textAt, told } from './read';

const terms = [
  { id: 'LIC-2025', seats: 500, state: 'active', from: '2025-12-01T06:00:00.000Z', until: '2026-11-30T06:00:00.000Z' },
  { id: 'LIC-2026', seats: 500, state: 'active', from: '2026-12-01T06:00:00.000Z', until: '2027-03-14T06:00:00.000Z' },
  { id: 'LIC-2027', seats: Infinity, state: 'pending', from: '2027-03-15T05:00:00.000Z', until: 'Infinity' },
];

/** Each notation as it stands, and in the other line ends; offsets are those of the text given. */
const variants = variantsOf([
  'story.json',
  'story.jsonc',
  'story.yaml',
  'story.toml',
  'story-flow.yaml',
  'story-inline.toml',
  'story-line.json',
]);

function variantsOf(names: readonly string[]): readonly { name: string; title: string; text: string }[] {
  return names.flatMap(name => [
    { name, title: name, text: sample(name) },
    { name, title: `${name} with CRLF`, text: sample(name).replaceAll('\n', '\r\n') },
    { name, title: `${name} without a last line break`, text: sample(name).trimEnd() },
  ]);
}

for (const { name, title, text } of variants) {
  describe(title, () => {
    it('gives the same terms', () => {
      assert.deepEqual(
        readText(name, text).terms.map(({ id, seats, state, from, until }) => ({
          id,
          seats,
          state,
          from: iso(from),
          until: iso(until),
        })),
        terms,
      );
    });

    it('has the same gaps, the second an hour short where the clocks change', () => {
      assert.deepEqual(gaps(reportOn(name, text)), [
        'open 2026-11-30T06:00:00.000Z 24 h',
        'open 2027-03-14T06:00:00.000Z 23 h',
        'pending 2027-03-15T05:00:00.000Z Infinity h',
      ]);
    });

    it('tells them at the dates and the key that make them', () => {
      assert.deepEqual(told(reportOn(name, text)), [
        'gap "2026-11-30"',
        'gap "2027-03-14"',
        'pending-key "TODO ask the vendor"',
      ]);
    });

    it('gives every value the place where it stands', () => {
      for (const term of readText(name, text).terms) assertPlaces(term, text);
    });

    it('fills all gaps so that only keys are missing, and only adds text', () => {
      const filled = fillAll(name, text);
      assert.deepEqual(told(reportOn(name, filled)), [
        'pending-key "<temporary key>"',
        'pending-key "<temporary key>"',
        'pending-key "TODO ask the vendor"',
      ]);
      assert.equal(addedTo(text, filled), true);
      assert.equal(filled.includes('\r\n'), text.includes('\r\n'));
      assert.equal(/(?<!\r)\n/.test(filled), /(?<!\r)\n/.test(text));
      assert.equal(fillAll(name, filled), filled);
    });

    it('leaves nothing to tell once the keys are typed', () => {
      const keyed = fillAll(name, text)
        .replaceAll('<temporary key>', 'T-1')
        .replace('T-1', 'T-2')
        .replace('TODO ask the vendor', 'K-9');
      assert.deepEqual(told(reportOn(name, keyed)), []);
    });

    it('reads every beginning of the file without a throw', () => {
      for (let end = 0; end <= text.length; end++) readText(name, text.slice(0, end));
    });
  });
}

/** Vendors' files say the same without ids, environments and keys to come; the zone is the user's to say. */
const zone = { timezone: 'America/Chicago' };
const [firstTerm, secondTerm, thirdTerm] = terms.map(({ seats, from, until }) => ({
  ...{ product: 'CrashPlan', state: 'active' },
  ...{ seats, from, until },
}));
const vendorTerms = [firstTerm, secondTerm, thirdTerm];

/** The two dates that make the gaps, as each format writes them, and the line that fills the first. */
const vendors: Readonly<Record<string, { ends: readonly string[]; asks?: readonly string[]; fills?: string }>> = {
  'story.lic': {
    ends: ['29-nov-2026', '13-Mar-2027'],
    asks: ['starts 30-nov-2026, expires 30-nov-2026 (', 'starts 14-mar-2027, expires 14-mar-2027 ('],
    fills: 'INCREMENT CrashPlan code42d 5.3 30-nov-2026 500 START=30-nov-2026 SIGN=00A411B5',
  },
  'story-rlm.lic': {
    ends: ['29-nov-2026', '13-Mar-2027'],
    asks: ['starts 30-nov-2026, expires 30-nov-2026 (', 'starts 14-mar-2027, expires 14-mar-2027 ('],
    fills: 'LICENSE code42d CrashPlan 5.3 30-nov-2026 500 start=30-nov-2026 _ck=00a411b555 sig="60P1"',
  },
  'story-lmx.lic': {
    ends: ['2026-11-29', '2027-03-13'],
    asks: ['starts 2026-11-30, expires 2026-11-30 (', 'starts 2027-03-14, expires 2027-03-14 ('],
    fills:
      'FEATURE CrashPlan\n{\nVENDOR=CODE42 VERSION=5.3 KEYTYPE=ADDITIVE COUNT=500 START=2026-11-30 END=2026-11-30 KEY=1\n}',
  },
  'story-sap.txt': { ends: ['20261129', '20270313'] },
};

for (const { name, title, text } of variantsOf(Object.keys(vendors))) {
  const { ends, asks = [], fills } = vendors[name]!;

  describe(title, () => {
    it('gives the same terms', () => {
      assert.deepEqual(
        readText(name, text, zone).terms.map(({ product, state, seats, from, until }) => ({
          ...{ product, state },
          ...{ seats, from: iso(from), until: iso(until) },
        })),
        vendorTerms,
      );
    });

    it('has the same gaps', () => {
      assert.deepEqual(gaps(reportOn(name, text, zone)), [
        'open 2026-11-30T06:00:00.000Z 24 h',
        'open 2027-03-14T06:00:00.000Z 23 h',
      ]);
    });

    it('tells them at the dates that make them, and nothing besides', () => {
      const findings = reportOn(name, text, zone).findings.map(finding => `${finding.rule} "${textAt(finding)}"`);
      assert.deepEqual(
        findings,
        ends.map(end => `gap "${end}"`),
      );
    });

    it('gives every value the place where it stands', () => {
      for (const term of readText(name, text, zone).terms) assertPlaces(term, text);
    });

    it('never fills a gap by itself: the lines are signed', () => {
      assert.deepEqual(fillableGaps(reportOn(name, text, zone)), []);
    });

    it('notes what to ask for, once, and changes nothing else', () => {
      let noted = text;
      for (const ask of asks) {
        const [offered] = notesFor(name, noted);
        const after = applyEdits(noted, offered!.make()!.edits);
        assert.ok(after.includes(ask), after);
        assert.equal(addedTo(noted, after), true);
        noted = after;
      }
      assert.deepEqual(notesFor(name, noted), []);
      assert.equal(noted.includes('\r\n'), text.includes('\r\n'));
      assert.equal(/(?<!\r)\n/.test(noted), /(?<!\r)\n/.test(text) || (asks.length > 0 && !text.includes('\r\n')));
      // The gaps stay until the vendor's lines are there.
      assert.deepEqual(gaps(reportOn(name, noted, zone)), gaps(reportOn(name, text, zone)));
      assert.deepEqual(
        readText(name, noted, zone).terms.map(({ from, until }) => [from, until]),
        readText(name, text, zone).terms.map(({ from, until }) => [from, until]),
      );
    });

    it('has one gap less once the line is pasted below the note', () => {
      if (!fills) return;
      const [offered] = notesFor(name, text);
      const noted = applyEdits(text, offered!.make()!.edits);
      const at = noted.indexOf('\n', noted.indexOf('paste the line')) + 1;
      const pasted = `${noted.slice(0, at)}${fills}\n${noted.slice(at)}`;
      assert.deepEqual(gaps(reportOn(name, pasted, zone)), ['open 2027-03-14T06:00:00.000Z 23 h']);
    });

    it('reads every beginning of the file without a throw', () => {
      for (let end = 0; end <= text.length; end++) readLicenseFile({ path: name, text: text.slice(0, end) }, settings);
    });
  });
}

const settings = { ...defaultSettings, ...zone };

/** The fixes that add a note. */
function notesFor(name: string, text: string): readonly Fix[] {
  const report = reportOn(name, text, zone);
  return report.findings
    .flatMap(finding => fixesFor(finding, report))
    .filter(({ title }) => title.startsWith('Insert a comment'));
}

function fillAll(name: string, text: string): string {
  return fill(fillableGaps(reportOn(name, text))).reduce((result, { edits }) => applyEdits(result, edits), text);
}

/** Whether `longer` is `shorter` with text put in, nothing else. */
function addedTo(shorter: string, longer: string): boolean {
  let at = 0;
  for (const character of longer) if (character === shorter[at]) at++;
  return at === shorter.length;
}

function assertPlaces({ entry, id }: Term, text: string): void {
  for (const field of fieldNames) {
    const pair = entry.fields[field];
    if (pair?.value.kind !== 'scalar') continue;
    const { start, end, quote } = pair.value;
    assert.equal(text.slice(start + quote, end - quote), pair.value.text, `${id} ${pair.key.text}`);
    assert.equal(text.slice(pair.key.start + pair.key.quote, pair.key.end - pair.key.quote), pair.key.text);
  }
}
