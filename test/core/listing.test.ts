// What a check prints, and that the problem matcher of the manifest reads it back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { below, fails, listing } from '../../src/core/listing';
import { placesOf } from '../../src/core/places';
import { defaultSettings } from '../../src/core/settings';
import { at, readText, reportOn, sample } from './read';

const [matcher] = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).contributes.problemMatchers;
const pattern = new RegExp(matcher.pattern.regexp);

const samples = ['story.yaml', 'story-flow.yaml', 'story.json', 'story-line.json', 'story.jsonc', 'story.toml'].concat([
  'story-inline.toml',
  'story.lic',
  'story-rlm.lic',
  'story-lmx.lic',
  'story-sap.txt',
]);

/** A line by the names that the matcher gives its groups. */
function matched(line: string): Readonly<Record<string, string>> | undefined {
  const groups = pattern.exec(line);
  const { regexp, ...names } = matcher.pattern as Readonly<Record<string, number>>;
  return groups ? Object.fromEntries(Object.entries(names).map(([name, index]) => [name, groups[index]!])) : undefined;
}

describe('the listing of a check', () => {
  for (const name of samples)
    it(`is read back by the problem matcher: ${name}`, () => {
      const report = reportOn(name, sample(name), { severity: { overlap: 'hint', 'seat-drop': 'information' } });
      assert.ok(report.findings.length > 0);
      const place = placesOf();
      const lines = listing(report).split('\n');
      assert.deepEqual(
        lines.slice(0, -2).map(matched),
        report.findings.map(({ file, span, severity, rule, message }) => {
          const { line, column } = place(file, span.start);
          return { file: file.path, line: String(line), column: String(column), severity, code: rule, message };
        }),
      );
      assert.deepEqual(lines.slice(-2).map(matched), [undefined, undefined]);
    });

  it('is read back in a folder with spaces, on a drive and with colons in the message', () => {
    const line = 'C:\\my files\\licenses.yaml:12:3: information seat-drop: P: 5: fewer';
    assert.deepEqual(matched(line), {
      ...{ file: 'C:\\my files\\licenses.yaml', line: '12', column: '3' },
      ...{ severity: 'information', code: 'seat-drop', message: 'P: 5: fewer' },
    });
    // VS Code knows "error", "warning" and "hint"; of other words it takes the matcher's own.
    assert.equal(matcher.severity, 'info');
  });

  const hole =
    'expiryDay: uncovered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01 }\n';

  it('ends with a sum', () => {
    assert.match(
      listing(reportOn('licenses.yaml', hole)),
      /^licenses\.yaml:3:\d+: error gap: .+\n1 error in 1 license file\.\n$/,
    );
    const none = reportOn('licenses.yaml', hole.replace('2026-11-30', '2026-12-01'));
    assert.equal(listing(none), 'No findings in 1 license file.\n');
    assert.equal(listing({ files: [], findings: [] }), 'No findings in 0 license files.\n');
  });

  it('gives a terminal nothing to obey', () => {
    const printed = listing(reportOn('a\u001b[2Jb\u0007.yaml', hole));
    assert.ok(printed.startsWith('a [2Jb .yaml:3:'), printed);
  });

  it('fails from the severity on that is asked for', () => {
    const report = reportOn('licenses.yaml', hole.replace('uncovered', 'unstated-yet'));
    const severities = new Set(report.findings.map(({ severity }) => severity));
    assert.deepEqual([...severities].sort(), ['warning']);
    assert.deepEqual(
      (['error', 'warning', 'information', 'never'] as const).map(least => fails(report, least)),
      [false, true, true, false],
    );
  });

  it('is of some files and folders where these are named', () => {
    const files = ['a/licenses.yaml', 'ab/licenses.yaml', 'b.licenses.yaml'].map(path =>
      readText(path, hole.replace('expiryDay', `product: ${path[0]}${path[1]}\nexpiryDay`)),
    );
    const report = analyze(files, defaultSettings, at);
    const counts = (paths: readonly string[]): number[] => {
      const listed = below(report, paths);
      return [listed.files.length, listed.findings.length];
    };
    assert.deepEqual(counts([]), [3, 3]);
    assert.deepEqual(counts(['.']), [3, 3]);
    assert.deepEqual(counts(['a']), [1, 1]);
    assert.deepEqual(counts(['./a/', 'b.licenses.yaml']), [2, 2]);
    assert.deepEqual(counts(['c']), [0, 0]);
  });
});
