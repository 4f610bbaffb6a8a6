// Profiles one by one: what each says of the expiry day and why, and how versions are read and compared.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainGap } from '../../src/core/explain';
import { inferProfile, profileNamed, profiles } from '../../src/core/profiles';
import { compareVersions, readVersion } from '../../src/core/versions';
import { reportOn } from './read';

const article = 'https://support.code42.com/Administrator/5/Troubleshooting/Expired_license_causes_gap_in_coverage';

const facts = (product?: string, vendor?: string, version?: string) => ({ product, vendor, version });

const versions: readonly (readonly [text: string, read: string | undefined])[] = [
  ['5', '5.0.0 plain'],
  ['5.3', '5.3.0 plain'],
  ['5.3.1', '5.3.1 plain'],
  ['5.3.1.9', '5.3.1 plain'],
  ['10.20.30', '10.20.30 plain'],
  ['5.10', '5.10.0 plain'],
  ['05.03.01', '5.3.1 plain'],
  [' 5.3.1 ', '5.3.1 plain'],
  ['v5.3.1', '5.3.1 plain'],
  ['V 5.3.1', '5.3.1 plain'],
  ['vv5.3.1', '5.3.1'],
  ['server 5.3.1', '5.3.1'],
  ['server v5.3.1', '5.3.1'],
  ['v1 5.3.1', '1.0.0'],
  ['5.3.1-beta', '5.3.1'],
  ['5.3.1 beta', '5.3.1'],
  ['5.3.', '5.3.0'],
  ['.5', '5.0.0'],
  ['5,3', '5.0.0'],
  ['five', undefined],
  ['', undefined],
  ['v', undefined],
];

describe('a version', () => {
  for (const [text, read] of versions) {
    it(`"${text}" is ${read ?? 'none'}`, () => {
      const found = readVersion(text);
      assert.equal(found && `${found.version.join('.')}${found.plain ? ' plain' : ''}`, read);
    });
  }

  it('is compared number by number', () => {
    const part = fc.integer({ min: 0, max: 12 });
    const version = fc.tuple(part, part, part);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const [first, second] = [a, b].map(([major, minor, patch]) => (major * 100 + minor) * 100 + patch);
        assert.equal(Math.sign(compareVersions(a, b)), Math.sign(first! - second!));
      }),
    );
  });
});

/** Product, vendor, version; whether the expiry day counts, and what the reason says. */
const code42: readonly (readonly [string | undefined, string, RegExp])[] = [
  [undefined, 'unstated', /names no server version$/],
  ['five', 'unstated', /"five" is no version$/],
  ['4', 'uncovered', /^Code42 server 4 is 5\.3\.1 or earlier/],
  ['5.3.1', 'uncovered', /^Code42 server 5\.3\.1 is 5\.3\.1 or earlier/],
  ['5.3.1.7', 'uncovered', /^Code42 server 5\.3\.1\.7 is 5\.3\.1 or earlier/],
  ['5.3.2', 'uncovered', /for 5\.3\.2 this is unconfirmed/],
  ['5.3.99', 'uncovered', /for 5\.3\.99 this is unconfirmed/],
  ['5.3.1-beta', 'uncovered', /for 5\.3\.1-beta this is unconfirmed/],
  ['4.0-rc', 'uncovered', /for 4\.0-rc this is unconfirmed/],
  ['6.0.0-rc', 'uncovered', /for 6\.0\.0-rc this is unconfirmed/],
  ['5.4.0', 'covered', /^Code42 server 5\.4\.0 is 5\.4\.0 or later/],
  ['5.4', 'covered', /^Code42 server 5\.4 is 5\.4\.0 or later/],
  ['5.10', 'covered', /^Code42 server 5\.10 is 5\.4\.0 or later/],
  ['6', 'covered', /^Code42 server 6 is 5\.4\.0 or later/],
];

describe('the profile code42', () => {
  for (const [version, expiryDay, reason] of code42) {
    it(`${version ?? 'without a version'}: ${expiryDay}`, () => {
      const verdict = profileNamed('code42')!.decide(facts('CrashPlan', undefined, version));
      assert.equal(verdict.expiryDay, expiryDay);
      assert.match(verdict.reason, reason);
      assert.equal(verdict.source, article);
    });
  }

  const names: readonly (readonly [string, boolean])[] = [
    ['CrashPlan', true],
    ['crashplan', true],
    ['CODE42', true],
    ['Code42 CrashPlan', true],
    ['CrashPlan PROe', true],
    ['Backup (CrashPlan)', true],
    ['code42-server', true],
    ['CrashPlan2', false],
    ['MyCrashPlan', false],
    ['4Code42', false],
    ['Code 42', false],
    ['Backup', false],
    ['', false],
  ];
  for (const [name, is] of names) {
    it(`${is ? 'holds' : 'does not hold'} for "${name}", as product or vendor`, () => {
      const expected = is ? 'code42' : 'unstated';
      assert.equal(inferProfile(facts(name)).name, expected);
      assert.equal(inferProfile(facts('Backup', name)).name, expected);
      assert.equal(inferProfile(facts(undefined, name)).name, expected);
    });
  }

  it('does not hold where nothing is named', () => {
    assert.equal(inferProfile(facts()).name, 'unstated');
    assert.equal(inferProfile(facts('undefined', 'undefined')).name, 'unstated');
  });

  it('tells what stops, what to do in order, and where that stands', () => {
    const text =
      'product: CrashPlan\nserver: { version: 5.3.1 }\nlicenses:\n' +
      '  - { starts: 2025-12-01, expires: 2026-11-30 }\n  - { starts: 2026-12-01, expires: never }\n';
    const { subject } = reportOn('licenses.yaml', text).findings[0]!;
    assert.equal(subject?.kind, 'gap');
    if (subject?.kind !== 'gap') return;
    const { symptoms, remedies, source } = explainGap(subject.coverage, subject.gap);
    assert.match(
      symptoms.join(' '),
      /can't sign in, back up or restore.*Please purchase licenses.*Existing backups are safe/,
    );
    assert.match(remedies.join(' '), /temporary license key.*Upgrade .*5\.4\.0.*Wait until/);
    assert.deepEqual(source, { title: 'Code42 support: Expired license causes gap in coverage', url: article });
  });
});

describe('the other profiles', () => {
  it('are found by their names, without case', () => {
    assert.deepEqual(
      profiles.map(({ name }) => profileNamed(name.toUpperCase())?.name),
      ['code42', 'covered', 'uncovered', 'unstated', 'flexnet', 'rlm', 'lmx', 'sap', 'f5'],
    );
    assert.equal(profileNamed('flexible'), undefined);
    assert.equal(profileNamed(''), undefined);
  });

  for (const [name, reason] of [
    ['covered', 'the file says "profile: covered"'],
    ['uncovered', 'the file says "profile: uncovered"'],
    ['unstated', 'neither the file nor the settings say whether the expiry day is covered'],
  ] as const) {
    it(`${name} says what its name says, and where that was said`, () => {
      assert.deepEqual(profileNamed(name)!.decide(facts('CrashPlan', 'Code42', '5.3.1')), { expiryDay: name, reason });
    });

    it(`${name} has nothing to say of outages`, () => {
      assert.equal(profileNamed(name)!.outage, undefined);
    });

    it(`${name} holds for no product without being asked for`, () => {
      assert.equal(profileNamed(name)!.claims(facts(name, name)), false);
    });
  }

  it('unstated, asked for by name, is not overruled by the setting', () => {
    const text = 'profile: unstated\nlicenses:\n  - { starts: 2025-12-01, expires: 2027-11-30 }\n';
    const { rule, possibleUntil } = reportOn('licenses.yaml', text, { expiryDay: 'covered' }).files[0]!.terms[0]!;
    assert.deepEqual([rule.profile, rule.expiryDay], ['unstated', 'unstated']);
    assert.equal(possibleUntil, Date.UTC(2027, 11, 1));
  });
});
