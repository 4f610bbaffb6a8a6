// What the hover says of a license and of a gap in a vendor's file.
import assert from 'node:assert/strict';
import { type Explanation, explainGap, explainTerm } from '../../src/core/explain';
import type { Settings } from '../../src/core/settings';
import { at, reportOn } from './read';

const old = 'INCREMENT widget acmed 1.0 29-nov-2026 5 START=01-dec-2025 SIGN=00A1\n';
const newer = 'INCREMENT widget acmed 2.0 30-nov-2027 5 START=01-nov-2026 SIGN=00A2\n';
const rlm = 'ISV acmed\nLICENSE acmed widget 2026.0530 30-nov-2026 5 _ck=00 sig="00"\n';

/** The facts of the first license in a file, by label. */
function facts(text: string, settings: Partial<Settings> = {}): Record<string, string> {
  const report = reportOn('a.lic', text, settings);
  const [term] = report.files[0]!.terms;
  const row = report.products.find(({ terms }) => terms.includes(term!))!;
  return byLabel(explainTerm(row, term!, at));
}

function byLabel({ facts: all }: Explanation): Record<string, string> {
  return Object.fromEntries(all.map(({ label, text }) => [label, text]));
}

describe('the hover in a vendor’s file', () => {
  it('names the vendor and the version', () => {
    const { Vendor, Version } = facts(old);
    assert.deepEqual([Vendor, Version], ['acmed', '1.0']);
  });

  it('says that a version may be a maintenance date, and no expiry', () => {
    assert.equal(
      facts(rlm).Version,
      '2026.0530, which says that maintenance lasts until 2026-05-30; it is no expiry date',
    );
    assert.equal(facts(old.replace('1.0', '2026.1301')).Version, '2026.1301');
  });

  it('says that a newer version meets the need for an old one, and until when', () => {
    assert.equal(
      facts(old + newer)['Newer version'],
      'A license of version 2.0 meets needs for 1.0 too: 2026-11-01 00:00 to 2027-12-01 00:00 (UTC)',
    );
    assert.equal(facts(newer + old)['Newer version'], undefined);
    assert.equal(facts(old)['Newer version'], undefined);
  });

  it('says where the rule comes from, whether it is assumed, and what changes it', () => {
    const change = 'The setting licenseCoverage.profiles changes it.';
    assert.equal(
      facts(old).Rule,
      `The expiry day is covered: as FlexNet license servers do in practice; Flexera itself states no rule. ${change}`,
    );
    assert.equal(facts(rlm).Rule, `The expiry day is covered (assumed): no page of RLM states the rule. ${change}`);
    const own = { profiles: { acmed: { expiryDay: 'uncovered', timezone: undefined } } } as const;
    assert.equal(
      facts(rlm, own).Rule,
      `The expiry day is not covered: the setting licenseCoverage.profiles says "uncovered" for acmed. ${change}`,
    );
  });

  it('says of a gap in a native file nothing of vendors', () => {
    const report = reportOn(
      'licenses.yaml',
      'expiryDay: covered\nlicenses:\n- {product: P, starts: 2025-12-01, expires: 2026-11-29}\n- {product: P, starts: 2026-12-01}\n',
    );
    const [coverage] = report.products;
    const said = byLabel(explainGap(coverage!, coverage!.holes[0]!));
    assert.equal(said.Rule, 'The expiry day is covered: the file says "expiryDay: covered".');
    assert.equal(said.Vendor, undefined);
  });

  it('says which line takes the place of one', () => {
    const superseding =
      'INCREMENT widget acmed 1.0 30-nov-2027 5 START=01-feb-2026 ISSUED=15-jan-2026 SUPERSEDE SIGN=00A3\n';
    const { products } = reportOn('a.lic', old + superseding);
    const [gap] = products[0]!.holes;
    assert.deepEqual([gap!.from, gap!.until], [Date.UTC(2026, 0, 15), Date.UTC(2026, 1, 1)]);
    assert.match(
      reportOn('a.lic', old + superseding).findings.find(({ rule }) => rule === 'gap')!.message,
      /The widget license is superseded from 2026-01-15 00:00 on, the next one starts 01-feb-2026\./,
    );
  });
});
