// The example to begin with: a license file with one gap some weeks ahead, whatever day it is.
import assert from 'node:assert/strict';
import { analyze } from '../../src/core/analyze';
import { isPlaceholder } from '../../src/core/entries';
import { exampleFile } from '../../src/core/example';
import { readLicenseFile } from '../../src/core/formats';
import { defaultSettings } from '../../src/core/settings';

const days: readonly number[] = [
  Date.UTC(2026, 10, 22, 12),
  Date.UTC(2027, 0, 31, 3),
  Date.UTC(2028, 1, 29),
  Date.UTC(2027, 1, 20, 23, 59),
  Date.UTC(9998, 0, 1),
];

describe('the example', () => {
  for (const now of days) {
    it(`has one gap of a day ahead on ${new Date(now).toISOString()}, and nothing else to tell`, () => {
      const { text, gapAt } = exampleFile(now);
      const file = readLicenseFile({ path: 'licenses.yaml', text }, defaultSettings)!;
      const { findings } = analyze([file], defaultSettings, now);
      assert.deepEqual(
        findings.map(({ rule, message }) => [rule, /not covered for (\d+) h/.exec(message)?.[1] ?? message]),
        [['gap', '24']],
      );
      assert.equal(findings[0]!.span.start, gapAt);
      const [first, second] = file.terms;
      assert.ok(first!.from < now && now < first!.until && first!.until < second!.from);
      for (const { entry } of file.terms) assert.equal(isPlaceholder(entry.fields.key), false);
    });
  }

  it('explains its lines', () => {
    const lines = exampleFile(days[0]!).text.split('\n');
    assert.ok(lines.includes('    starts: 2025-12-14      # the first day'), lines.join('\n'));
    assert.ok(lines.includes('    expires: 2026-12-13     # the expiry day'));
    assert.equal(lines.at(-1), '');
    assert.ok(lines.every(line => line.length <= 66));
  });
});
