// The light bulb's comments that hide a finding: where each is put, and that it hides that finding and changes nothing else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesFor } from '../../src/core/fixes';
import { ignoreFinding } from '../../src/core/fixes/ignore-finding';
import type { Finding, Report } from '../../src/core/model';
import type { Settings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { handOf } from './fill-hands';
import { claimed, sampleNames, sampleText } from './formats/lines';
import { gaps, iso, reportOn, sample, textAt, told } from './read';

const entries =
  '  - { id: A, starts: 2025-12-01, expires: 2026-11-30 }\n  - { id: B, starts: 2026-12-01, expires: never }\n';
const hole = `expiryDay: uncovered\nlicenses:\n${entries}`;

/** The text after the comment that a title offers for the first finding of its rule; `undefined`: it is not offered. */
function ignored(name: string, text: string, title: string): string | undefined {
  const report = reportOn(name, text);
  const finding = report.findings.find(({ rule }) => title.includes(` ${rule} `))!;
  const edits = ignoreFinding(finding, report)
    .find(fix => fix.title === title)
    ?.make()?.edits;
  return edits && applyEdits(text, edits);
}

const onLine = 'Ignore gap on this line';
const inFile = 'Ignore gap in this file';

describe('ignoring a finding', () => {
  const cases: readonly (readonly [what: string, name: string, title: string, before: string, after: string])[] = [
    [
      'the line of a YAML item',
      'licenses.yaml',
      onLine,
      hole,
      hole.replace('  - { id: A', '  # license-coverage-ignore-next-line gap\n  - { id: A'),
    ],
    ['a YAML file', 'licenses.yaml', inFile, hole, `# license-coverage-ignore-file gap\n${hole}`],
    [
      'the line of a date deep in TOML, with tabs and CRLF',
      'licenses.toml',
      onLine,
      'expiryDay = "uncovered"\r\n[[licenses]]\r\n\tstarts = 2025-12-01\r\n\texpires = 2026-11-30\r\n[[licenses]]\r\n\tstarts = 2026-12-01\r\n',
      'expiryDay = "uncovered"\r\n[[licenses]]\r\n\tstarts = 2025-12-01\r\n\t# license-coverage-ignore-next-line gap\r\n\texpires = 2026-11-30\r\n[[licenses]]\r\n\tstarts = 2026-12-01\r\n',
    ],
    [
      'a JSONC file of one line',
      'licenses.jsonc',
      onLine,
      '{"expiryDay":"uncovered","licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
      '// license-coverage-ignore-next-line gap\n{"expiryDay":"uncovered","licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
    ],
    [
      'a line with a comment for another rule',
      'licenses.yaml',
      onLine,
      hole.replace('2026-11-30 }', '2026-11-30 } # license-coverage-ignore-line seat-drop -- a reason'),
      hole.replace('2026-11-30 }', '2026-11-30 } # license-coverage-ignore-line seat-drop gap -- a reason'),
    ],
    [
      'a file with a comment for two other rules',
      'licenses.jsonc',
      inFile,
      '/* license-coverage-ignore-file expiry, overlap */\n{"expiryDay":"uncovered","licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
      '/* license-coverage-ignore-file expiry, overlap, gap */\n{"expiryDay":"uncovered","licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
    ],
    [
      'a FlexNet license that goes on over lines, above all of them',
      'license.lic',
      'Ignore expiry on this line',
      'SERVER s ANY\nVENDOR acmed\nFEATURE w acmed 1.0 \\\n    1-dec-2026 5 \\\n    SIGN=0000\n',
      'SERVER s ANY\nVENDOR acmed\n# license-coverage-ignore-next-line expiry\nFEATURE w acmed 1.0 \\\n    1-dec-2026 5 \\\n    SIGN=0000\n',
    ],
    [
      'an LM-X block, above it',
      'license.lic',
      'Ignore expiry on this line',
      'FEATURE w\n{\n  VENDOR=acme\n  VERSION=1.0\n  END=2026-12-01\n  KEY=0000\n}\n',
      '# license-coverage-ignore-next-line expiry\nFEATURE w\n{\n  VENDOR=acme\n  VERSION=1.0\n  END=2026-12-01\n  KEY=0000\n}\n',
    ],
  ];
  for (const [what, name, title, before, after] of cases)
    it(`${title}: ${what}`, () => {
      assert.equal(ignored(name, before, title), after);
      assertIgnores(name, before);
    });

  it('is not offered where a file can have no comments', () => {
    for (const name of ['story.json', 'story-sap.txt']) {
      const report = reportOn(name, sample(name));
      assert.ok(report.findings.length > 0);
      for (const finding of report.findings) assert.deepEqual(ignoreFinding(finding, report), []);
    }
  });

  it('is not offered for a line within a value, nor where the text is broken; for the file it is', () => {
    const within = 'expiryDay: uncovered\nlicenses:\n  - starts: 2025-12-01\n    note: "one\n';
    for (const text of [
      `${within}    two", expires: 2026-11-30\n`,
      'expiryDay = "uncovered"\nlicenses = [{ note = """\n", starts = 2025-12-01, expires = 2026-11-30 },\n',
    ])
      for (const name of ['licenses.yaml', 'licenses.toml']) assertIgnores(name, text);
    const split = '{ expiryDay: uncovered, licenses: [ { note: "a\n  b", starts: 2025-12-01, expires: 2026-11-30 },\n';
    const report = reportOn('licenses.yaml', `${split} { starts: 2026-12-01 } ] }\n`);
    const titles = ignoreFinding(report.findings[0]!, report).map(({ title }) => title);
    assert.deepEqual(titles, [inFile]);
  });

  it('is not offered for what no comment silences', () => {
    const report = reportOn('licenses.yaml', `${hole}  - { starts: 2026\n# license-coverage-ignore-line overlap\n`);
    const loud = report.findings.filter(({ rule }) => rule === 'syntax' || rule === 'unused-ignore');
    assert.equal(loud.length, 2, told(report).join());
    for (const finding of loud) assert.deepEqual(ignoreFinding(finding, report), []);
  });

  it('is never the fix to take when in doubt, and no fix of the shelf', () => {
    const report = reportOn('licenses.yaml', hole);
    const [finding] = report.findings;
    assert.deepEqual(
      ignoreFinding(finding!, report).map(({ preferred }) => preferred),
      [false, false],
    );
    assert.ok(fixesFor(finding!, report).every(({ title }) => !title.startsWith('Ignore ')));
  });

  for (const name of ['story.yaml', 'story.toml', 'story.jsonc', 'story-flow.yaml', 'story-inline.toml'])
    it(`keeps its promises in ${name}`, () => assert.ok(assertIgnores(name, sample(name)) > 0));

  for (const name of ['story.lic', 'story-rlm.lic', 'story-lmx.lic'])
    it(`keeps its promises in ${name}`, () => assert.ok(assertIgnores(name, sample(name)) > 0));

  it('keeps its promises in every sample of a vendor', function () {
    if (sampleNames().length === 0) {
      console.log('      the samples are not beside the project: skipped');
      return this.skip();
    }
    let count = 0;
    for (const name of sampleNames()) {
      const text = sampleText(name);
      if (text.length < 50_000 && claimed(text, name)) count += assertIgnores(name, text);
    }
    assert.ok(count > 20, `only ${count}`);
  });

  for (const notation of ['jsonc', 'yaml', 'toml'] as const)
    it(`keeps its promises in any ${notation} file`, () => {
      let count = 0;
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 160, maxLength: 160 }), tape => {
          const { name, text, settings } = handOf(tape, notation);
          count += assertIgnores(name, text, settings);
        }),
        { numRuns: 300, seed: 20_261_123 },
      );
      assert.ok(count > 300, `only ${count}`);
    });
});

/** Answers how many comments were tried: each hides its finding, adds a line or a word, and changes nothing that is read. */
function assertIgnores(name: string, text: string, settings: Partial<Settings> = {}): number {
  const report = reportOn(name, text, settings);
  let count = 0;
  for (const finding of report.findings)
    for (const { title, make } of ignoreFinding(finding, report)) {
      const edits = make()?.edits;
      if (!edits) continue;
      count++;
      assert.deepEqual(
        edits.map(({ start, end }) => end - start),
        [0],
      );
      const after = applyEdits(text, edits);
      const again = reportOn(name, after, settings);
      const what = `${title} of ${finding.rule}\n${after}`;
      assert.deepEqual(termsOf(again), termsOf(report), what);
      assert.deepEqual(gaps(again), gaps(report), what);
      const kept = report.findings.filter(each => !isHidden(each, finding, title));
      assert.deepEqual(rest(again.findings, text), rest(kept, text), what);
      if (/\r\n/.test(text)) assert.equal(/(?<!\r)\n/.test(after), /(?<!\r)\n/.test(text), 'line ends are mixed');
      else assert.equal(after.includes('\r'), text.includes('\r'), 'line ends are mixed');
    }
  return count;
}

/** What is told, but for whether comments that were there before are of use now; that a file has no terms is told in its first line. */
function rest(findings: readonly Finding[], text: string): string[] {
  return findings
    .filter(({ rule }) => rule !== 'unused-ignore' || !text.includes('license-coverage-ignore'))
    .map(finding => (finding.rule === 'no-terms' ? finding.rule : `${finding.rule} "${textAt(finding)}"`));
}

/** In the file, all findings of the rule go; on a line those of that line, in a vendor's file of that record. */
function isHidden({ span, file, rule }: Finding, hidden: Finding, title: string): boolean {
  if (rule !== hidden.rule) return false;
  if (title.endsWith('file')) return true;
  const start = (offset: number): number => file.text.lastIndexOf('\n', offset - 1);
  const record = (offset: number): number => {
    const { terms = [], documents = [] } = file as Partial<Report['files'][number]>;
    const own = documents.some(({ home }) => home)
      ? terms.find(({ entry: { node } }) => node.start <= offset && offset < node.end)
      : undefined;
    return own?.entry.node.start ?? offset;
  };
  return start(record(span.start)) === start(record(hidden.span.start));
}

function termsOf({ files }: Report): string[] {
  return files.flatMap(({ terms }) =>
    terms.map(({ id, product, from, until, seats }) => `${id} ${product} ${iso(from)} ${iso(until)} ${seats}`),
  );
}
