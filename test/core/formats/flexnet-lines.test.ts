// How the lines of a FlexNet file combine: what counts, what adds, what is void and what takes another's place.
import assert from 'node:assert/strict';
import { fixesFor } from '../../../src/core/fixes';
import type { Finding, Report } from '../../../src/core/model';
import { applyEdits } from '../../../src/core/text';
import { gaps, iso, textAt, told } from '../read';
import { messagesOf, reportOf, termsOf } from './lines';

/** `widget 2.0: 2025-01-01 5, 2026-01-01 0`: the seats of each product from when on. */
function seatsOf({ products }: Report): string[] {
  return products.map(({ product, pool, segments }) => {
    const steps = segments.map(
      segment =>
        `${segment.from === -Infinity ? 'always' : iso(segment.from).slice(0, 10)} ${segment.state === 'covered' ? segment.seats : 0}`,
    );
    return `${product}${pool === undefined ? '' : ` (${pool})`}: ${steps.join(', ')}`;
  });
}

/** `"FEATURE widget" The line that counts`: the lines that findings point at besides their own. */
function relatedLines({ findings }: Report): string[] {
  return findings.flatMap(finding =>
    (finding.related ?? []).map(({ file, span, message }) => {
      const end = file.text.indexOf('\n', span.start);
      return `"${file.text.slice(span.start, end)}" ${message}`;
    }),
  );
}

function severitiesOf({ findings }: Report): Finding['severity'][] {
  return findings.map(({ severity }) => severity);
}

function read(...lines: readonly string[]): Report {
  return reportOf(lines.map(line => `${line} SIGN=0\n`).join(''));
}

describe('FEATURE and INCREMENT', () => {
  const cases: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly seats: readonly string[];
    readonly told?: readonly string[];
  }[] = [
    {
      title: 'FEATURE 2, FEATURE 999 and INCREMENT 3 are 5',
      lines: [
        'FEATURE widget acmed 1.0 permanent 2',
        'FEATURE widget acmed 1.0 permanent 999',
        'INCREMENT widget acmed 1.0 permanent 3',
      ],
      seats: ['widget: always 5'],
      told: ['ignored-line "FEATURE"'],
    },
    {
      title: 'each later FEATURE is void, wherever INCREMENTs stand',
      lines: [
        'INCREMENT widget acmed 1.0 permanent 3',
        'FEATURE widget acmed 1.0 permanent 2',
        'INCREMENT widget acmed 1.0 permanent 4',
        'FEATURE widget acmed 1.0 permanent 100',
        'FEATURE widget acmed 1.0 permanent 1000',
      ],
      seats: ['widget: always 9'],
      told: ['ignored-line "FEATURE"', 'ignored-line "FEATURE"'],
    },
    {
      title: 'a later FEATURE is void in whatever letters and version it names the feature',
      lines: ['FEATURE widget acmed 1.0 permanent 2', 'FEATURE WIDGET Acmed 2.0 permanent 999'],
      seats: ['widget: always 2'],
      told: ['ignored-line "FEATURE"'],
    },
    {
      title: 'features of two names or two vendors have nothing to do with each other',
      lines: [
        'FEATURE widget acmed 1.0 permanent 2',
        'FEATURE widget other 1.0 permanent 3',
        'FEATURE gadget acmed 1.0 permanent 4',
      ],
      seats: ['gadget: always 4', 'widget (acmed): always 2', 'widget (other): always 3'],
    },
    {
      title: 'uncounted FEATUREs of several hosts are all valid',
      lines: [
        'FEATURE widget acmed 1.0 permanent uncounted HOSTID=001122334455',
        'FEATURE widget acmed 1.0 permanent uncounted HOSTID=001122334456',
        'FEATURE widget acmed 1.0 permanent 0 HOSTID=ANY',
      ],
      seats: ['widget (ANY): always Infinity', 'widget (host 1): always Infinity', 'widget (host 2): always Infinity'],
    },
    {
      title: 'an uncounted FEATURE is not the first counted one',
      lines: [
        'FEATURE widget acmed 1.0 permanent uncounted HOSTID=ANY',
        'FEATURE widget acmed 1.0 permanent 2',
        'FEATURE widget acmed 1.0 permanent uncounted HOSTID=DEMO',
        'FEATURE widget acmed 1.0 permanent 3',
      ],
      seats: ['widget (ANY): always Infinity', 'widget (DEMO): always Infinity', 'widget (floating): always 2'],
      told: ['ignored-line "FEATURE"'],
    },
    {
      title: 'a FEATURE that can’t be read is not the first one either',
      lines: ['FEATURE widget acmed 1.0 31-feb-2027 2', 'FEATURE widget acmed 1.0 permanent 3'],
      seats: ['widget: always 3'],
      told: ['invalid-date "31-feb-2027"'],
    },
    {
      title: 'a FEATURE without a number is counted: the next is void',
      lines: ['FEATURE widget acmed 1.0 permanent many', 'FEATURE widget acmed 1.0 permanent 3'],
      seats: ['widget: always undefined'],
      told: ['unknown-field "many"', 'ignored-line "FEATURE"'],
    },
    {
      title: 'INCREMENTs add while they run',
      lines: [
        'INCREMENT widget acmed 1.0 permanent 8',
        'INCREMENT widget acmed 1.0 31-dec-2027 2 START=01-jan-2027',
        'INCREMENT widget acmed 1.0 30-jun-2027 uncounted START=01-jun-2027',
      ],
      seats: ['widget: always 8, 2027-01-01 10, 2027-06-01 Infinity, 2027-07-01 10, 2028-01-01 8'],
      told: ['seat-drop "31-dec-2027"', 'seat-drop "30-jun-2027"'],
    },
  ];
  for (const { title, lines, seats, told: expected = [] } of cases) {
    it(title, () => {
      const report = read(...lines);
      assert.deepEqual(seatsOf(report), seats);
      assert.deepEqual(told(report), expected);
    });
  }

  it('a void line points at the one that counts', () => {
    const report = read('FEATURE widget acmed 1.0 permanent 2', 'FEATURE widget acmed 1.0 permanent 999');
    assert.deepEqual(relatedLines(report), ['"FEATURE widget acmed 1.0 permanent 2 SIGN=0" The line that counts']);
    assert.match(report.findings[0]!.message, /first counted FEATURE line of widget counts/);
    assert.deepEqual(severitiesOf(report), ['warning']);
  });

  it('a renewal by a second FEATURE is void, so the product ends with the first', () => {
    const report = read(
      'FEATURE widget acmed 1.0 30-sep-2026 5',
      'FEATURE widget acmed 1.0 30-sep-2027 5 START=01-oct-2026',
    );
    assert.deepEqual(told(report), ['expiry "30-sep-2026"', 'ignored-line "FEATURE"']);
  });
});

describe('SUPERSEDE', () => {
  const old = 'INCREMENT widget acmed 1.0 31-dec-2027 5 ISSUED=01-jan-2025';
  const kept = 'widget of acmed 1.0, floating, always to 2027-12-31, 5';
  const cut = 'widget of acmed 1.0, floating, always to 2026-10-31, 5';
  const newer = (more: string) => `INCREMENT widget acmed 1.0 31-dec-2028 9 ${more}`;

  const cases: readonly (readonly [title: string, lines: readonly string[], first: string])[] = [
    ['voids what was issued earlier, from its own day of issue on', [old, newer('SUPERSEDE ISSUED=01-nov-2026')], cut],
    ['wherever it stands', [newer('SUPERSEDE ISSUED=01-nov-2026'), old], cut],
    ['in small letters', [old, newer('supersede issued=01-nov-2026')], cut],
    ['quoted and empty', [old, newer('SUPERSEDE="" ISSUED=01-nov-2026')], cut],
    ['by its start, where it has no day of issue', [old, newer('SUPERSEDE START=01-nov-2026')], cut],
    ['by the day of issue where both are there', [old, newer('SUPERSEDE START=01-feb-2027 ISSUED=01-nov-2026')], cut],
    [
      'an old line by its start, where it has no day of issue',
      ['INCREMENT widget acmed 1.0 31-dec-2027 5 START=01-jan-2025', newer('SUPERSEDE ISSUED=01-nov-2026')],
      'widget of acmed 1.0, floating, 2025-01-01 to 2026-10-31, 5',
    ],
    [
      'a permanent line',
      ['INCREMENT widget acmed 1.0 permanent 5 ISSUED=01-jan-2025', newer('SUPERSEDE ISSUED=01-nov-2026')],
      cut,
    ],
    [
      'of another version too',
      [old.replace('1.0', '0.9'), newer('SUPERSEDE ISSUED=01-nov-2026')],
      cut.replace('1.0', '0.9'),
    ],
    ['by name, also its own', [old, newer('SUPERSEDE="gadget widget" ISSUED=01-nov-2026')], cut],
    ['by name in other letters, over lines', [old, newer('SUPERSEDE="gadget \\\n\tWIDGET" ISSUED=01-nov-2026')], cut],
    ['not its own where it names others', [old, newer('SUPERSEDE="gadget" ISSUED=01-nov-2026')], kept],
    ['not what was issued on the same day', [old, newer('SUPERSEDE ISSUED=01-jan-2025')], kept],
    ['not what was issued later', [old, newer('SUPERSEDE ISSUED=31-dec-2024')], kept],
    ['not a line without any date', [old.replace(/ISSUED.*/, ''), newer('SUPERSEDE ISSUED=01-nov-2026')], kept],
    ['nothing, without a date of its own', [old, newer('SUPERSEDE')], kept],
    ['nothing, with a date that is none', [old, newer('SUPERSEDE ISSUED=31-feb-2026')], kept],
    [
      'not another vendor’s feature',
      [old.replace('acmed', 'other'), newer('SUPERSEDE ISSUED=01-nov-2026')],
      kept.replace('acmed', 'other'),
    ],
    [
      'not another feature',
      [old.replace('widget', 'gadget'), newer('SUPERSEDE ISSUED=01-nov-2026')],
      kept.replace('widget', 'gadget'),
    ],
    ['not by a signature of that name', [old, newer('SUPERSEDE_SIGN="0" ISSUED=01-nov-2026')], kept],
    ['not by words in a notice', [old, newer('NOTICE="SUPERSEDE ISSUED" ISSUED=01-nov-2026')], kept],
    ['nothing that has ended before', [old, newer('SUPERSEDE ISSUED=01-jan-2028')], kept],
    ['even the last day alone', [old, newer('SUPERSEDE ISSUED=31-dec-2027')], kept.replace('12-31', '12-30')],
  ];
  for (const [title, lines, first] of cases) {
    it(title, () => {
      const report = read(...lines);
      const terms = termsOf(report.files[0]!).filter(term => !term.endsWith(', 9'));
      assert.deepEqual(terms, [first]);
      const isVoid = !first.includes('to 2027-12-31');
      assert.deepEqual(
        told(report).filter(each => each.startsWith('ignored-line')),
        isVoid ? ['ignored-line "INCREMENT"'] : [],
      );
    });
  }

  it('a line that is void some day says so quietly, and by which', () => {
    const report = read(old, newer('SUPERSEDE ISSUED=01-nov-2026'));
    assert.equal(report.findings.find(({ rule }) => rule === 'ignored-line')!.severity, 'information');
    assert.deepEqual(messagesOf(report, 'ignored-line'), ['Void from 01-nov-2026 on: a later line supersedes it.']);
    assert.deepEqual(relatedLines(report).slice(0, 1), [
      '"INCREMENT widget acmed 1.0 31-dec-2028 9 SUPERSEDE ISSUED=01-nov-2026 SIGN=0" The line that takes its place',
    ]);
    assert.deepEqual(gaps(report), []);
  });

  it('opens a gap where it starts after it was issued', () => {
    const report = read(old, newer('SUPERSEDE ISSUED=01-nov-2026 START=01-dec-2026'));
    assert.deepEqual(gaps(report), ['open 2026-11-01T00:00:00.000Z 720 h']);
    assert.deepEqual(told(report), ['ignored-line "INCREMENT"', 'gap "31-dec-2027"']);
    assert.match(
      messagesOf(report, 'gap')[0]!,
      /The widget license is superseded from 2026-11-01 00:00 on, the next one starts 01-dec-2026/,
    );
  });

  it('voids a line wholly that starts later than it was issued, which is worth a warning', () => {
    const report = read(`${old} START=01-dec-2026`, newer('SUPERSEDE ISSUED=01-nov-2026 START=01-nov-2026'));
    assert.deepEqual(termsOf(report.files[0]!), ['widget of acmed 1.0, floating, 2026-11-01 to 2028-12-31, 9']);
    assert.deepEqual(told(report), ['ignored-line "INCREMENT"']);
    assert.deepEqual(severitiesOf(report), ['warning']);
  });

  it('lines that were issued on one day count together', () => {
    const report = read(
      old,
      newer('SUPERSEDE ISSUED=01-nov-2026 START=01-nov-2026'),
      newer('SUPERSEDE ISSUED=01-nov-2026 START=01-nov-2026'),
    );
    assert.deepEqual(seatsOf(report), ['widget: always 5, 2026-11-01 18']);
  });

  it('of several generations each ends with the next', () => {
    const report = read(
      newer('SUPERSEDE ISSUED=01-jan-2028').replace('2028 9', '2030 4'),
      old,
      newer('SUPERSEDE ISSUED=01-nov-2026'),
      newer('SUPERSEDE ISSUED=01-jun-2027'),
    );
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, always to 2030-12-31, 4',
      'widget of acmed 1.0, floating, always to 2026-10-31, 5',
      'widget of acmed 1.0, floating, always to 2027-05-31, 9',
      'widget of acmed 1.0, floating, always to 2027-12-31, 9',
    ]);
  });

  it('names several features, each of which has to stand elsewhere', () => {
    const report = read(
      old,
      old.replace('widget', 'gadget'),
      old.replace('widget', 'gizmo'),
      'INCREMENT bundle acmed 1.0 permanent 9 SUPERSEDE="widget gadget nowhere" ISSUED=01-nov-2026',
    );
    assert.deepEqual(termsOf(report.files[0]!), [
      cut,
      cut.replace('widget', 'gadget'),
      kept.replace('widget', 'gizmo'),
      'bundle of acmed 1.0, floating, always to never, 9',
    ]);
  });

  it('happens at midnight of the license server', () => {
    const text = `${old} SIGN=0\n${newer('SUPERSEDE ISSUED=01-nov-2026')} SIGN=0\n`;
    const [first] = reportOf(text, { timezone: 'America/Chicago' }).files[0]!.terms;
    assert.equal(iso(first!.until), '2026-11-01T05:00:00.000Z');
  });

  it('leaves no doubt about a last day that may not count', () => {
    const profiles = { acmed: { expiryDay: 'unstated', timezone: undefined } } as const;
    const text = `${old} SIGN=0\n${newer('SUPERSEDE ISSUED=01-nov-2026')} SIGN=0\n`;
    const [first] = reportOf(text, { profiles }).files[0]!.terms;
    assert.equal(iso(first!.until), '2026-11-01T00:00:00.000Z');
    assert.equal(first!.possibleUntil, undefined);
  });

  it('a FEATURE that supersedes the one that counts takes its place, so that a third is void', () => {
    const report = read(
      'FEATURE widget acmed 1.0 31-dec-2027 5 ISSUED=01-jan-2025',
      'FEATURE widget acmed 1.0 31-dec-2028 9 SUPERSEDE ISSUED=01-nov-2026',
      'FEATURE widget acmed 1.0 31-dec-2029 99 ISSUED=01-dec-2026',
    );
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, always to 2026-10-31, 5',
      'widget of acmed 1.0, floating, always to 2028-12-31, 9',
    ]);
    assert.deepEqual(
      told(report).filter(finding => finding.startsWith('ignored-line')),
      ['ignored-line "FEATURE"', 'ignored-line "FEATURE"'],
    );
  });
});

describe('UPGRADE', () => {
  const cases: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly terms: readonly string[];
    readonly told?: readonly string[];
  }[] = [
    {
      title: 'moves licenses of the line above to a higher version',
      lines: ['INCREMENT f1 sampled 1.000 permanent 5', 'UPGRADE f1 sampled 1.000 2.000 permanent 2'],
      terms: ['1.000: 3', '2.000: 2'],
    },
    {
      title: 'leaves nothing of a line that it moves as a whole',
      lines: ['INCREMENT f1 sampled 1.000 permanent 5', 'UPGRADE f1 sampled 1.000 2.000 permanent 5'],
      terms: ['2.000: 5'],
    },
    {
      title: 'of more than there are gives as many as it says',
      lines: ['INCREMENT f1 sampled 1.000 permanent 5', 'UPGRADE f1 sampled 1.000 2.000 permanent 9'],
      terms: ['2.000: 9'],
    },
    {
      title: 'takes from the closest line above',
      lines: [
        'INCREMENT f1 sampled 1.000 permanent 5',
        'INCREMENT f1 sampled 1.000 permanent 7',
        'UPGRADE f1 sampled 1.000 2.000 permanent 2',
        'INCREMENT f1 sampled 1.000 permanent 9',
      ],
      terms: ['1.000: 5', '1.000: 5', '2.000: 2', '1.000: 9'],
    },
    {
      title: 'takes from versions between, as decimals: 1.2 is not below 1.10',
      lines: [
        'INCREMENT f1 sampled 1.10 permanent 5',
        'INCREMENT f1 sampled 1.2 permanent 5',
        'INCREMENT f1 sampled 0.9 permanent 5',
        'INCREMENT f1 sampled 2.0 permanent 5',
        'UPGRADE f1 sampled 1.0 1.2 permanent 2',
      ],
      terms: ['1.10: 3', '1.2: 5', '0.9: 5', '2.0: 5', '1.2: 2'],
    },
    {
      title: 'takes from no line below, of another feature or of another vendor',
      lines: [
        'INCREMENT f2 sampled 1.0 permanent 5',
        'INCREMENT f1 other 1.0 permanent 5',
        'UPGRADE f1 sampled 1.0 2.0 permanent 2',
        'INCREMENT f1 sampled 1.0 permanent 5',
      ],
      terms: ['1.0: 5', '1.0: 5', '2.0: 2', '1.0: 5'],
      told: ['ignored-line "UPGRADE"'],
    },
    {
      title: 'takes 1.0, 1.00 and 1 for one version',
      lines: [
        'INCREMENT f1 sampled 1 permanent 5',
        'UPGRADE f1 sampled 1.00 2.0 permanent 2',
        'UPGRADE f1 sampled 0.5 1.0 permanent 1',
      ],
      terms: ['1: 3', '2.0: 2', '1.0: 1'],
      told: ['ignored-line "UPGRADE"'],
    },
    {
      title: 'of an upgrade',
      lines: [
        'INCREMENT f1 sampled 1.0 permanent 5',
        'UPGRADE f1 sampled 1.0 2.0 permanent 4',
        'UPGRADE f1 sampled 2.0 3.0 permanent 3',
      ],
      terms: ['1.0: 1', '2.0: 1', '3.0: 3'],
    },
    {
      title: 'of what is left of a line',
      lines: [
        'INCREMENT f1 sampled 1.0 permanent 5',
        'UPGRADE f1 sampled 1.0 2.0 permanent 2',
        'UPGRADE f1 sampled 1.0 2.0 permanent 2',
        'UPGRADE f1 sampled 1.0 1.5 permanent 1',
        'UPGRADE f1 sampled 1.0 1.1 permanent 1',
      ],
      terms: ['2.0: 2', '2.0: 2', '1.5: 1', '1.1: 1'],
      told: ['ignored-line "UPGRADE"'],
    },
    {
      title: 'takes nothing from what is without limit',
      lines: ['INCREMENT f1 sampled 1.0 permanent uncounted', 'UPGRADE f1 sampled 1.0 2.0 permanent 2'],
      terms: ['1.0: Infinity', '2.0: 2'],
    },
    {
      title: 'of an unknown number leaves the line above as it is',
      lines: ['INCREMENT f1 sampled 1.0 permanent 5', 'UPGRADE f1 sampled 1.0 2.0 permanent some'],
      terms: ['1.0: 5', '2.0: undefined'],
      told: ['unknown-field "some"'],
    },
  ];
  for (const { title, lines, terms, told: expected = [] } of cases) {
    it(title, () => {
      const report = read(...lines);
      assert.deepEqual(
        report.files[0]!.terms.map(({ pool, seats }) => `${pool!.version}: ${seats}`),
        terms,
      );
      assert.deepEqual(told(report), expected);
    });
  }

  it('has a date of its own, at which its finding stands', () => {
    const report = read('INCREMENT f1 sampled 1.0 permanent 5', 'UPGRADE f1 sampled 1.0 2.0 31-feb-2027 2');
    assert.deepEqual(told(report), ['invalid-date "31-feb-2027"']);
    const ended = read('INCREMENT f1 sampled 1.0 30-sep-2026 5', 'UPGRADE f1 sampled 1.0 2.0 30-sep-2026 2');
    assert.deepEqual(ended.findings.map(textAt), ['30-sep-2026']);
  });
});

describe('PACKAGE', () => {
  const suite = 'PACKAGE suite acmed 1.0 COMPONENTS="widget gadget:2.0 gizmo:1.0:3"';
  const widget = 'INCREMENT widget acmed 1.0 permanent 2';
  const cases: readonly {
    readonly title: string;
    readonly lines: readonly string[];
    readonly seats: readonly string[];
    readonly told?: readonly string[];
  }[] = [
    {
      title: 'gives nothing without a license of its name',
      lines: [suite, widget],
      seats: ['widget: always 2'],
      told: ['ignored-line "PACKAGE"'],
    },
    {
      title: 'gives nothing with a license of its name in another version or of another vendor',
      lines: [suite, widget, 'INCREMENT suite acmed 2.0 permanent 5', 'INCREMENT suite other 1.0 permanent 5'],
      seats: ['suite (acmed, version 2.0): always 5', 'suite (other, version 1.0): always 5', 'widget: always 2'],
      told: ['ignored-line "PACKAGE"'],
    },
    {
      title: 'gives features, also those that have lines of their own, as often as it holds them',
      lines: [
        suite,
        'INCREMENT suite acmed 1.0 31-dec-2027 5 START=01-jan-2027',
        widget,
        'INCREMENT gizmo acmed 1.0 permanent 1',
      ],
      seats: [
        'gadget: 2027-01-01 5',
        'gizmo: always 1, 2027-01-01 16, 2028-01-01 1',
        'suite: 2027-01-01 5',
        'widget: always 2, 2027-01-01 7, 2028-01-01 2',
      ],
      told: ['seat-drop "31-dec-2027"', 'seat-drop "31-dec-2027"'],
    },
    {
      title: 'stands below its license as well, and names components in other letters',
      lines: ['INCREMENT suite acmed 1.0 permanent 5', widget, suite.replace('widget', 'WIDGET')],
      seats: ['gadget: always 5', 'gizmo: always 15', 'suite: always 5', 'widget: always 7'],
    },
    {
      title: 'gives a component in the version that it names, else in its own',
      lines: [
        suite,
        'INCREMENT suite acmed 1.0 permanent 5',
        'INCREMENT gadget acmed 1.0 permanent 1',
        'INCREMENT widget acmed 0.5 permanent 1',
      ],
      seats: [
        'gadget (version 1.0): always 6',
        'gadget (version 2.0): always 5',
        'gizmo: always 15',
        'suite: always 5',
        'widget (version 0.5): always 6',
        'widget (version 1.0): always 5',
      ],
    },
    {
      title: 'as a SUITE counts like any',
      lines: [`${suite} OPTIONS=SUITE`, 'INCREMENT suite acmed 1.0 permanent 5', widget],
      seats: ['gadget: always 5', 'gizmo: always 15', 'suite: always 5', 'widget: always 7'],
    },
    {
      title: 'is bound to the host of its license',
      lines: [suite, 'FEATURE suite acmed 1.0 permanent uncounted HOSTID=001122334455', widget],
      seats: [
        'gadget: always Infinity',
        'gizmo: always Infinity',
        'suite: always Infinity',
        'widget (floating): always 2',
        'widget (host 1): always Infinity',
      ],
    },
    {
      title: 'of a license whose seats are unknown gives an unknown number',
      lines: [suite, 'INCREMENT suite acmed 1.0 permanent many', widget],
      seats: [
        'gadget: always undefined',
        'gizmo: always undefined',
        'suite: always undefined',
        'widget: always undefined',
      ],
      told: ['unknown-field "many"'],
    },
    {
      title: 'of a license that can’t be read may have one',
      lines: [suite, 'INCREMENT suite acmed 1.0 31-feb-2027 5', widget],
      seats: ['widget: always 2'],
      told: ['invalid-date "31-feb-2027"'],
    },
    {
      title: 'without a version holds for any',
      lines: ['PACKAGE suite acmed COMPONENTS=widget', 'INCREMENT suite acmed 3.0 permanent 5', widget],
      seats: ['suite: always 5', 'widget (version 1.0): always 7', 'widget (version 3.0): always 5'],
    },
    {
      title: 'without components, or with odd ones, is silent',
      lines: [
        'PACKAGE suite acmed 1.0',
        'PACKAGE suite acmed 1.0 COMPONENTS="   "',
        'PACKAGE suite acmed 1.0 COMPONENTS="widget::0 :: : widget:1.0:x widget:1.0:99999999999 suite"',
        'INCREMENT suite acmed 1.0 permanent 5',
        widget,
      ],
      seats: ['suite: always 10', 'widget: always 17'],
    },
  ];
  for (const { title, lines, seats, told: expected = [] } of cases) {
    it(title, () => {
      const report = read(...lines);
      assert.deepEqual(seatsOf(report), seats);
      assert.deepEqual(told(report), expected);
    });
  }

  it('with a key in the place of its version holds for any, and the key is not shown', () => {
    const report = read('PACKAGE suite acmed 2B8F621C172C COMPONENTS=widget', 'FEATURE suite acmed 1.0 permanent 5');
    assert.deepEqual([seatsOf(report), told(report)], [['suite: always 5', 'widget: always 5'], []]);
    assert.equal(JSON.stringify(report.products.map(({ pool }) => pool)).includes('2B8F'), false);
  });

  it('tells what ends and lacks once, of the package', () => {
    const report = read(
      suite,
      'INCREMENT suite acmed 1.0 31-oct-2025 5 START=01-nov-2024',
      'INCREMENT suite acmed 1.0 15-oct-2026 5 START=01-dec-2025',
    );
    assert.deepEqual(told(report), ['gap "31-oct-2025"', 'expiry "15-oct-2026"']);
    assert.equal(report.products.length, 4);
  });

  it('tells a gap of what it gives at the license that enables it', () => {
    const report = read(
      suite,
      'INCREMENT suite acmed 1.0 31-oct-2026 5',
      'INCREMENT widget acmed 1.0 31-dec-2026 5 START=02-nov-2026',
    );
    assert.deepEqual(told(report), ['gap "31-oct-2026"']);
  });
});

describe('UPGRADE in time', () => {
  const upgrade = (expires: string, seats: number, more = ''): string =>
    `UPGRADE widget acmed 1.0 2.0 ${expires} ${seats}${more}`;

  it('takes nothing away before it begins and after it ends', () => {
    const report = read(
      'INCREMENT widget acmed 1.0 31-dec-2026 10 START=01-jan-2026',
      upgrade('30-nov-2026', 10, ' START=01-nov-2026'),
    );
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, 2026-01-01 to 2026-10-31, 10',
      'widget of acmed 1.0, floating, 2026-12-01 to 2026-12-31, 10',
      'widget of acmed 2.0, floating, 2026-11-01 to 2026-11-30, 10',
    ]);
    assert.deepEqual(told(report), []);
  });

  it('leaves what it does not move', () => {
    const report = read('INCREMENT widget acmed 1.0 permanent 10', upgrade('30-nov-2026', 4));
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, always to 2026-11-30, 6',
      'widget of acmed 1.0, floating, 2026-12-01 to never, 10',
      'widget of acmed 2.0, floating, always to 2026-11-30, 4',
    ]);
  });

  it('upgrades the closest line of its own time', () => {
    const report = read(
      'INCREMENT widget acmed 1.0 31-dec-2026 5 START=01-jan-2026',
      'INCREMENT widget acmed 1.0 31-dec-2027 5 START=01-jan-2027',
      upgrade('31-dec-2026', 2, ' START=01-jan-2026'),
    );
    assert.deepEqual(termsOf(report.files[0]!), [
      'widget of acmed 1.0, floating, 2026-01-01 to 2026-12-31, 3',
      'widget of acmed 1.0, floating, 2027-01-01 to 2027-12-31, 5',
      'widget of acmed 2.0, floating, 2026-01-01 to 2026-12-31, 2',
    ]);
  });
});

describe('a backslash with nothing to go on to', () => {
  it('is told, and the next license counts all the same', () => {
    const text =
      'INCREMENT widget acmed 1.0 30-nov-2027 5 SIGN=00A1 \\\nINCREMENT widget acmed 1.0 30-nov-2028 5 START=01-dec-2027 SIGN=00A2\n';
    const report = reportOf(text);
    assert.deepEqual(told(report), ['syntax "\\"']);
    assert.equal(report.files[0]!.terms.length, 2);
    const [fix] = fixesFor(report.findings[0]!, report);
    const mended = applyEdits(text, fix!.make()!.edits);
    assert.equal(mended, text.replace('\\', ''));
    assert.deepEqual(told(reportOf(mended)), []);
  });
});

describe('a line like a license that begins with no keyword', () => {
  for (const line of [
    'FEATUR widget acmed 1.0 30-nov-2027 5 SIGN=00A1',
    '  Incremnt widget acmed 1.0 permanent uncounted',
  ])
    it(line, () => {
      const report = reportOf(`INCREMENT gadget acmed 1.0 permanent 5 SIGN=00\n${line}\n`);
      assert.deepEqual(told(report), [`ignored-line "${line.trim().split(' ')[0]}"`]);
      assert.deepEqual(messagesOf(report, 'ignored-line'), [
        `"${line.trim().split(' ')[0]}" is no keyword, so the license server takes this line for a comment.`,
      ]);
    });

  it('is none that is commented out, or a sentence', () => {
    const lines = [
      '#FEATUR widget acmed 1.0 30-nov-2027 5',
      'Please note that from 30-nov-2027 on it ends',
      'Your license widget acmed 1.0 ends on 30-nov-2027 for 5',
    ];
    assert.deepEqual(told(reportOf(`INCREMENT gadget acmed 1.0 permanent 5 SIGN=00\n${lines.join('\n')}\n`)), []);
  });
});

describe('spaces at which lines never break', () => {
  it('are told, and mended into a license that counts', () => {
    const text =
      'INCREMENT gadget acmed 1.0 permanent 5 SIGN=00\nINCREMENT\u00a0widget\u00a0acmed 1.0 permanent 5 SIGN=00A1\n# a\u00a0comment\n';
    const report = reportOf(text);
    assert.deepEqual(told(report), ['syntax "\u00a0"']);
    assert.equal(report.files[0]!.terms.length, 1);
    const [fix] = fixesFor(report.findings[0]!, report);
    const mended = reportOf(applyEdits(text, fix!.make()!.edits));
    assert.deepEqual([told(mended), mended.files[0]!.terms.length], [[], 2]);
  });
});
