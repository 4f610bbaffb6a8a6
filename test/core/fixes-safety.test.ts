// Fixes in files that are written in odd ways: what they make can be read, says what it should, and nothing else has changed.
import assert from 'node:assert/strict';
import { fixesFor } from '../../src/core/fixes';
import { fill, fillableGaps } from '../../src/core/fixes/insert-temporary';
import type { Settings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { reportOn, told } from './read';

/** The text after the first fix whose title begins so; `undefined`: none is offered, or it makes nothing. */
function fixed(name: string, text: string, title: string, settings: Partial<Settings> = {}): string | undefined {
  const report = reportOn(name, text, settings);
  for (const finding of report.findings) {
    const made = fixesFor(finding, report)
      .find(each => each.title.startsWith(title))
      ?.make();
    if (made) return applyEdits(text, made.edits);
  }
  return undefined;
}

function filled(name: string, text: string, settings: Partial<Settings> = {}): string {
  return fill(fillableGaps(reportOn(name, text, settings))).reduce((all, { edits }) => applyEdits(all, edits), text);
}

const stale = 'Remove stale temporary license';

describe('removing', () => {
  it('leaves another document as it is', () => {
    const text =
      'product: P\nexpiryDay: covered\nlicenses:\n  - { id: A, starts: 2025-12-01, expires: never }\n---\n- { product: P, id: T, kind: temporary, starts: 2026-12-01, expires: 2027-01-01 }\n';
    assert.equal(fixed('licenses.yaml', text, stale), undefined);
  });

  for (const comment of ['# why: meant', '# ticket: 123']) {
    it(`the only acceptance leaves the comment ${comment}`, () => {
      const text = `licenses: [{ kind: perpetual }]\nacceptedGaps: ${comment}\n  - { from: 2027-01-01 }\n`;
      assert.equal(
        fixed('licenses.yaml', text, 'Remove this acceptance'),
        `licenses: [{ kind: perpetual }]\nacceptedGaps: [] ${comment}\n`,
      );
    });
  }

  it('does nothing where an anchor in it is named elsewhere', () => {
    const text =
      'product: P\nlicenses:\n  - { id: T, kind: temporary, starts: &s 2025-12-01, expires: 2025-12-02 }\n  - { id: B, starts: *s, expires: never }\n';
    assert.equal(fixed('licenses.yaml', text, stale), undefined);
  });
});

describe('filling', () => {
  it('writes keys with a space though the last field of the entry has no value', () => {
    const text =
      'product: P\nexpiryDay: uncovered\nlicenses:\n  - starts: 2025-12-01\n    expires: 2026-11-30\n    notes:\n  - { starts: 2026-12-01, expires: 2029-11-30 }\n';
    const after = filled('licenses.yaml', text);
    assert.ok(after.includes('    notes:\n    key: <temporary key>\n    kind: temporary\n'), after);
    assert.deepEqual(told(reportOn('licenses.yaml', after)), ['pending-key "<temporary key>"']);
  });

  const secrets: readonly (readonly [title: string, name: string, text: string])[] = [
    [
      'two spellings of the key',
      'licenses.yaml',
      '  - starts: 2025-12-01\n    expires: 2026-11-30\n    licenseKey: S1\n    serial: S2\n',
    ],
    ['a list as a key', 'licenses.yaml', '  - starts: 2025-12-01\n    expires: 2026-11-30\n    key: [S1, S2]\n'],
    ['a mapping as a key', 'licenses.yaml', '  - starts: 2025-12-01\n    expires: 2026-11-30\n    key: { main: S1 }\n'],
    [
      'a block list as a key',
      'licenses.yaml',
      '  - starts: 2025-12-01\n    expires: 2026-11-30\n    key:\n      - S1\n      - S2\n',
    ],
  ];
  for (const [title, name, entry] of secrets) {
    it(`takes no secret into the copy: ${title}`, () => {
      const text = `product: P\nexpiryDay: uncovered\nlicenses:\n${entry}  - { starts: 2026-12-01, expires: 2029-11-30 }\n`;
      const after = filled(name, text);
      assert.equal(after.match(/S1/g)!.length, 1, after);
      assert.equal(after.match(/S2/g)?.length ?? 0, text.match(/S2/g)?.length ?? 0, after);
      assert.deepEqual(
        told(reportOn(name, after)).filter(each => !each.startsWith('pending-key')),
        [],
      );
    });
  }

  it('takes none in JSON with a key written twice, and none in TOML', () => {
    const json =
      '{"expiryDay":"uncovered","licenses":[{"key":"S1","starts":"2025-12-01","expires":"2026-11-30","key":"S2"},{"starts":"2026-12-01"}]}';
    const after = filled('licenses.json', json);
    assert.deepEqual([after.match(/S1/g)!.length, after.match(/S2/g)!.length], [1, 1], after);
    const toml =
      'expiryDay = "uncovered"\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\nkey.main = "S1"\n[[licenses]]\nstarts = 2026-12-01\n';
    assert.equal(filled('licenses.toml', toml), toml);
  });

  it('leaves no other date of the neighbor in the copy', () => {
    const text =
      'product: P\nexpiryDay: uncovered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30, end: 2026-11-30 }\n  - { starts: 2026-12-01, expires: 2029-11-30 }\n';
    const after = filled('licenses.yaml', text);
    assert.ok(after.includes('starts: 2026-11-30, expires: 2026-12-01, end: 2026-12-01, key: <temporary key>'), after);
  });

  it('writes only dates that are read as what was meant, and so fills once', () => {
    const settings = { dateFormats: ['dd.MM.yyyy', 'MM.dd.yyyy'] };
    const text =
      'product: P\nexpiryDay: covered\nlicenses:\n  - { id: A, starts: 15.01.2026, expires: 30.12.2026 }\n  - { id: B, starts: 15.06.2027, expires: 15.12.2029 }\n';
    const once = filled('licenses.yaml', text, settings);
    assert.ok(once.includes('starts: 31.12.2026, expires: 14.06.2027') || once.includes('expires: 14.06.2027'), once);
    assert.deepEqual(told(reportOn('licenses.yaml', once, settings)), ['pending-key "<temporary key>"']);
    assert.equal(filled('licenses.yaml', once, settings), once);
    const early = text.replace('30.12.2026', '30.04.2027');
    const iso = filled('licenses.yaml', early, settings);
    assert.ok(iso.includes('starts: 2027-05-01'), iso);
    assert.equal(filled('licenses.yaml', iso, settings), iso);
  });
});

describe('accepting', () => {
  const hole = (fields: string): string =>
    `product: P\nexpiryDay: uncovered\n${fields}licenses:\n  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: 2029-11-30 } # last\n`;

  it('quotes dates that mean something else in YAML', () => {
    const settings = { dateFormats: ['MMM d, yyyy'] };
    const text = hole('').replace('2026-11-30', '"Nov 30, 2026"').replace('2026-12-01', '"Dec 1, 2026"');
    const after = fixed('licenses.yaml', text, 'Accept this gap', settings)!;
    assert.ok(after.includes('from: "Nov 30, 2026", until: "Dec 1, 2026"'), after);
    assert.deepEqual(told(reportOn('licenses.yaml', after, settings)), []);
  });

  for (const fields of ['acceptedGaps: # none yet\n', 'acceptedGaps: null\n', 'acceptedGaps: ~\n', 'acceptedGaps:\n']) {
    it(`writes behind ${JSON.stringify(fields)}`, () => {
      const after = fixed('licenses.yaml', hole(fields), 'Accept this gap')!;
      assert.deepEqual(told(reportOn('licenses.yaml', after)), [], after);
      assert.equal(after.includes('# none yet'), fields.includes('# none yet'));
    });
  }

  it('leaves a comment where it stands', () => {
    const after = fixed('licenses.yaml', hole(''), 'Accept this gap')!;
    assert.ok(after.includes('expires: 2029-11-30 } # last\nacceptedGaps:'), after);
  });

  const two = (first: string, file = ''): string =>
    `product: P\nexpiryDay: covered\n${file}licenses:\n` +
    `  - { id: A1, ${first}starts: 2025-12-01, expires: 2026-12-31 }\n  - { id: A2, ${first}starts: 2027-02-01, expires: never }\n` +
    '  - { id: B1, environment: test, starts: 2025-12-01, expires: 2026-12-31 }\n  - { id: B2, environment: test, starts: 2027-02-01, expires: never }\n';

  it('accepts the gap of one environment alone', () => {
    const after = fixed('licenses.yaml', two('environment: live, '), 'Accept this gap')!;
    assert.ok(after.includes('{ environment: live, product: P,'), after);
    assert.deepEqual(told(reportOn('licenses.yaml', after)), ['gap "2026-12-31"']);
    const own = fixed('licenses.yaml', two('', 'environment: live\n'), 'Accept this gap')!;
    assert.ok(own.includes('{ product: P,'), own);
    assert.deepEqual(told(reportOn('licenses.yaml', own)), ['gap "2026-12-31"']);
  });

  it('is not offered where it would accept the gaps of other environments too', () => {
    const after = fixed('licenses.yaml', two(''), 'Accept this gap')!;
    assert.ok(after.includes('{ environment: test, product: P,'), after);
  });
});

describe('stating the rule', () => {
  const hole =
    '  - { starts: 2025-12-01, expires: 2026-11-30 } # one\n  - { starts: 2026-12-01, expires: 2029-11-30 }\n';
  const cases: readonly (readonly [
    title: string,
    name: string,
    text: string,
    fix: string,
    finding: readonly string[],
  ])[] = [
    [
      'over one that says nothing',
      'licenses.yaml',
      `product: P\nexpiryDay: maybe\nlicenses:\n${hole}`,
      'State that the expiry day is not',
      ['gap'],
    ],
    [
      'over an empty one',
      'licenses.json',
      '{"product":"P","expiryDay":"","licenses":[{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
      'State that the expiry day is covered',
      [],
    ],
    [
      'over a version that is none',
      'licenses.toml',
      'product = "CrashPlan"\n[server]\nversion = "latest"\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30\n[[licenses]]\nstarts = 2026-12-01\n',
      'State the Code42 server version',
      ['gap'],
    ],
    [
      'over a bare version that is none',
      'licenses.yaml',
      `product: CrashPlan\nserver: latest\nlicenses:\n${hole}`,
      'State the Code42 server version',
      ['gap'],
    ],
  ];
  for (const [title, name, text, fix, rules] of cases) {
    it(title, () => {
      const after = fixed(name, text, fix)!;
      assert.deepEqual(
        reportOn(name, after).findings.map(({ rule }) => rule),
        rules,
        after,
      );
    });
  }

  it('in entries leaves a comment where it stands', () => {
    const text = `licenses:\n${hole.replaceAll('{ ', '{ product: P, ')}  - { product: Q, starts: 2025-12-01, expires: 2029-11-30 }\n`;
    const after = fixed('licenses.yaml', text, 'State that the expiry day is not')!;
    assert.ok(after.includes('expires: 2026-11-30, expiryDay: uncovered } # one\n'), after);
  });
});
