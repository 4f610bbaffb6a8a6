// Rows of vendors' files: which licenses stand for each other, what tells rows of one name apart, and what is told of which.
import assert from 'node:assert/strict';
import { json } from '../../src/cli/printers/json';
import { text as textPrinter } from '../../src/cli/printers/text';
import { gapsOf } from '../../src/core/coverage';
import type { Report } from '../../src/core/model';
import { reportOfAll } from './formats/lines';
import { iso, textAt } from './read';

type Settings = Parameters<typeof reportOfAll>[1];

/** FlexNet lines: `widget 1.0 until 2026-10-31` and the like are spelled out by `line`. */
function line(feature: string, version: string, expires: string, more = '', seats = '5', vendor = 'acmed'): string {
  return `INCREMENT ${feature} ${vendor} ${version} ${expires} ${seats} ${more} SIGN=0\n`;
}

function report(text: string | Readonly<Record<string, string>>, settings: Settings = {}, now?: string): Report {
  return reportOfAll(typeof text === 'string' ? { 'license.lic': text } : text, settings, now);
}

/** `widget | version 1.0`: the rows, in their order. */
function rows({ products }: Report): string[] {
  return products.map(({ product, pool }) => (pool === undefined ? `${product}` : `${product} | ${pool}`));
}

/** `widget | version 1.0: 2026-11-01 to 2026-12-01`: what each row tells itself. */
function gapsByRow({ products }: Report): string[] {
  return products.flatMap(coverage =>
    gapsOf(coverage).map(
      ({ state, from, until }) =>
        `${[coverage.product, coverage.pool].filter(Boolean).join(' | ')}: ${state} ${day(from)} to ${day(until)}`,
    ),
  );
}

function day(instant: number): string {
  return iso(instant).slice(0, 10);
}

/** `gap 30-sep-2027: widget (version 1.0) is not covered`: rule, place and the message's beginning. */
function findings({ findings: all }: Report): string[] {
  return all.map(
    finding =>
      `${finding.rule} ${textAt(finding)}: ${/^.*?(?= is | may | has | goes | coverage|$)/.exec(finding.message)![0]}`,
  );
}

function seats({ products }: Report): string[] {
  return products.map(({ product, pool, segments }) => {
    const steps = segments.map(each => (each.state === 'covered' ? each.seats : each.state));
    return `${[product, pool].filter(Boolean).join(' | ')}: ${steps.join(' ')}`;
  });
}

describe('rows', () => {
  it('are split by vendor, version and host, by nothing else', () => {
    const others = [
      'VENDOR_STRING=a',
      'DUP_GROUP=UH',
      'FLOAT_OK',
      'HOST_BASED',
      'USER_BASED=3',
      'PLATFORMS=x64',
      'TZ=SERVERTZ',
      'BORROW=72',
      'SN=4',
      'sort=50',
    ];
    const one = report(others.map(more => line('widget', '1.0', 'permanent', more)).join(''));
    assert.deepEqual(seats(one), ['widget: 50']);
    const split = [
      line('widget', '1.0', 'permanent'),
      line('widget', '2.0', 'permanent'),
      line('widget', '1.0', 'permanent', 'HOSTID=ANY'),
      line('widget', '1.0', 'permanent', '', '5', 'other'),
    ];
    assert.equal(report(split.join('')).products.length, 4);
  });

  it('compare names without case', () => {
    const text =
      line('widget', '1.0a', 'permanent', 'HOSTID=00AA') +
      line('WIDGET', '1.0A', 'permanent', 'hostid=00aa', '5', 'ACMED');
    assert.deepEqual(seats(report(text)), ['widget: 10']);
  });

  it('compare versions as numbers: 1.0 is 1.00 and 1', () => {
    const text = ['1.0', '1.00', '1', '01.0', '1.'].map(version => line('widget', version, 'permanent')).join('');
    assert.deepEqual(seats(report(text)), ['widget: 25']);
  });

  it('are sorted by name, then by what tells them apart', () => {
    const text = line('b', '1', 'permanent') + line('a', '2', 'permanent') + line('a', '1', 'permanent');
    assert.deepEqual(rows(report(text)), ['a | version 1', 'a | version 2', 'b']);
  });
});

describe('what tells rows of one name apart', () => {
  const cases: readonly (readonly [title: string, files: Readonly<Record<string, string>>, rows: readonly string[]])[] =
    [
      ['nothing, where there is one', { 'a.lic': line('widget', '1.0', 'permanent', 'HOSTID=00AA') }, ['widget']],
      [
        'the version alone',
        { 'a.lic': line('widget', '1.0', 'permanent') + line('widget', '2.0', 'permanent') },
        ['widget | version 1.0', 'widget | version 2.0'],
      ],
      [
        'the vendor alone',
        { 'a.lic': line('widget', '1.0', 'permanent') + line('widget', '1.0', 'permanent', '', '5', 'other') },
        ['widget | acmed', 'widget | other'],
      ],
      [
        'the host, never by its id, but for ANY and DEMO',
        {
          'a.lic': ['HOSTID=00AA', 'HOSTID=any', 'HOSTID="00BB 00CC"', 'HOSTID=Demo', '', 'HOSTID=00AA']
            .map(host => line('widget', '1.0', 'permanent', host))
            .join(''),
        },
        ['widget | ANY', 'widget | DEMO', 'widget | floating', 'widget | host 1', 'widget | host 2'],
      ],
      [
        'all of it where all of it differs',
        {
          'a.lic':
            line('widget', '1.0', 'permanent', 'HOSTID=00AA') +
            line('widget', '2.0', 'permanent', 'HOSTID=00BB', '5', 'other'),
        },
        ['widget | acmed, version 1.0, host 1', 'widget | other, version 2.0, host 2'],
      ],
      [
        'the folder',
        { 'x/a.lic': line('widget', '1.0', 'permanent'), 'y/a.lic': line('widget', '1.0', 'permanent') },
        ['widget | x', 'widget | y'],
      ],
      [
        'the format',
        { 'a.lic': line('widget', '1.0', 'permanent'), 'b.lic': 'LICENSE acmed widget 1.0 permanent 5 sig=0\n' },
        ['widget | flexnet', 'widget | rlm'],
      ],
    ];
  for (const [title, files, expected] of cases) it(title, () => assert.deepEqual(rows(report(files)), expected));

  it('stands in the JSON, only where there is something to tell apart', () => {
    const text =
      line('widget', '1.0', 'permanent', 'HOSTID=00AA') +
      line('widget', '1.0', 'permanent', 'HOSTID=00BB') +
      line('gadget', '1.0', 'permanent');
    const { products } = JSON.parse(json.print(report(text))) as { products: Record<string, unknown>[] };
    assert.deepEqual(
      products.map(({ product, pool }) => [product, pool]),
      [
        ['gadget', undefined],
        ['widget', 'host 1'],
        ['widget', 'host 2'],
      ],
    );
    assert.deepEqual(Object.keys(products[0]!), ['environment', 'product', 'profile', 'terms', 'gaps', 'seats']);
    assert.deepEqual(Object.keys(products[1]!), [
      'environment',
      'product',
      'pool',
      'profile',
      'terms',
      'gaps',
      'seats',
    ]);
  });

  it('stands in the messages', () => {
    const text =
      line('widget', '1.0', '30-sep-2026', 'HOSTID=00AA') + line('widget', '1.0', 'permanent', 'HOSTID=00BB');
    assert.match(textPrinter.print(report(text)), /widget \(host 1\) is no longer covered/);
  });
});

describe('versions', () => {
  it('an older one counts the newer ones too', () => {
    const text =
      line('widget', '1.0', 'permanent', '', '1') +
      line('widget', '3.0', 'permanent', '', '4') +
      line('widget', '2.0', 'permanent', '', '2');
    assert.deepEqual(seats(report(text)), [
      'widget | version 1.0: 7',
      'widget | version 2.0: 6',
      'widget | version 3.0: 4',
    ]);
  });

  it('compare by their parts in LM-X: 1.10 is newer than 1.2, and not 1.1', () => {
    const block = (version: string, count: number): string =>
      `FEATURE tool\n{\n  VENDOR = ACME\n  VERSION = ${version}\n  COUNT = ${count}\n  KEYTYPE = ADDITIVE\n  KEY = 0\n}\n`;
    const text = block('1.10', 1) + block('1.2', 2) + block('1.1', 4);
    assert.deepEqual(seats(report(text)), ['tool | version 1.1: 7', 'tool | version 1.10: 1', 'tool | version 1.2: 3']);
  });

  it('compare as decimals: 1.2 is newer than 1.10', () => {
    const text = line('widget', '1.10', 'permanent', '', '1') + line('widget', '1.2', 'permanent', '', '2');
    assert.deepEqual(seats(report(text)), ['widget | version 1.10: 3', 'widget | version 1.2: 2']);
  });

  it('what is no number comes before all numbers', () => {
    const text =
      line('widget', 'beta', 'permanent', '', '1') +
      line('widget', '0.1', 'permanent', '', '2') +
      line('widget', 'alpha', 'permanent', '', '4');
    assert.deepEqual(seats(report(text)), [
      'widget | version 0.1: 2',
      'widget | version alpha: 7',
      'widget | version beta: 3',
    ]);
  });

  it('of other hosts and vendors do not count', () => {
    const text =
      line('widget', '1.0', 'permanent', 'HOSTID=ANY', '1') +
      line('widget', '2.0', 'permanent', '', '2') +
      line('widget', '3.0', 'permanent', 'HOSTID=ANY', '4', 'other');
    assert.deepEqual(seats(report(text)), [
      'widget | acmed, version 1.0, ANY: 1',
      'widget | acmed, version 2.0, floating: 2',
      'widget | other, version 3.0, ANY: 4',
    ]);
  });

  it('a renewal in a newer version renews', () => {
    const text =
      line('widget', '2025.12', '30-sep-2026') + line('widget', '2026.12', '30-sep-2027', 'START=01-oct-2026');
    assert.deepEqual(findings(report(text)), []);
  });

  it('a renewal in an older version renews the need for that alone', () => {
    const text = line('widget', '2.0', '30-sep-2026') + line('widget', '1.0', '30-sep-2027', 'START=01-oct-2026');
    assert.deepEqual(findings(report(text)), ['expiry 30-sep-2026: widget (version 2.0)']);
  });

  it('a stretch that several lack is told once, of the oldest', () => {
    const text = ['1.0', '2.0', '3.0']
      .map(
        version => line('widget', version, '30-nov-2026') + line('widget', version, 'permanent', 'START=01-jan-2027'),
      )
      .join('');
    const all = report(text);
    assert.deepEqual(gapsByRow(all), ['widget | version 1.0: open 2026-12-01 to 2027-01-01']);
    assert.deepEqual(findings(all), ['gap 30-nov-2026: widget (version 1.0)']);
    const { products } = JSON.parse(json.print(all)) as { products: { gaps: unknown[] }[] };
    assert.deepEqual(
      products.map(({ gaps }) => gaps.length),
      [1, 0, 0],
    );
  });

  it('a stretch that only the newer one lacks is told of it', () => {
    const text =
      line('widget', '1.0', 'permanent') +
      line('widget', '2.0', '30-nov-2026') +
      line('widget', '2.0', 'permanent', 'START=01-jan-2027');
    assert.deepEqual(gapsByRow(report(text)), ['widget | version 2.0: open 2026-12-01 to 2027-01-01']);
    assert.deepEqual(findings(report(text)), [
      'seat-drop 30-nov-2026: widget (version 1.0)',
      'gap 30-nov-2026: widget (version 2.0)',
    ]);
  });

  it('what the newer one lacks for longer is told of both, each for its part', () => {
    const text =
      line('widget', '2.0', '30-nov-2026') +
      line('widget', '1.0', 'permanent', 'START=01-jan-2027') +
      line('widget', '2.0', 'permanent', 'START=01-mar-2027');
    const all = report(text);
    assert.deepEqual(gapsByRow(all), [
      'widget | version 1.0: open 2026-12-01 to 2027-01-01',
      'widget | version 2.0: open 2027-01-01 to 2027-03-01',
    ]);
    assert.deepEqual(findings(all), ['gap 30-nov-2026: widget (version 1.0)', 'gap 30-nov-2026: widget (version 2.0)']);
    assert.match(all.findings[1]!.message, /2027-01-01 00:00 to 2027-03-01 00:00/);
  });

  it('only the part that begins with the expiry day may begin a day earlier', () => {
    const text =
      line('widget', '2.0', '30-nov-2026') +
      line('widget', '1.0', 'permanent', 'START=15-dec-2026') +
      line('widget', '2.0', 'permanent', 'START=01-mar-2027');
    const all = report(text, { profiles: { flexnet: { expiryDay: 'unstated', timezone: undefined } } });
    const [first, second] = all.findings.filter(({ rule }) => rule === 'gap').map(({ message }) => message);
    assert.match(first!, /version 1\.0.* 2026-12-01 00:00 to 2026-12-15 00:00 .*a day longer if the expiry day/);
    assert.match(second!, /version 2\.0.* 2026-12-15 00:00 to 2027-03-01 00:00 /);
    assert.doesNotMatch(second!, /longer/);
  });

  it('what the older one lacks in the middle is cut out of the newer one’s gap', () => {
    const text =
      line('widget', '2.0', '30-nov-2026') +
      line('widget', '1.0', '31-dec-2026', 'START=01-dec-2026') +
      line('widget', '1.0', '28-feb-2027', 'START=01-feb-2027') +
      line('widget', '2.0', 'permanent', 'START=01-mar-2027');
    assert.deepEqual(gapsByRow(report(text)), [
      'widget | version 1.0: open 2027-01-01 to 2027-02-01',
      'widget | version 2.0: open 2026-12-01 to 2027-01-01',
      'widget | version 2.0: open 2027-02-01 to 2027-03-01',
    ]);
    assert.deepEqual(report(text).findings.filter(({ rule }) => rule === 'gap').length, 3);
  });

  it('ends that they share are told once, ends of their own each', () => {
    const same = line('widget', '1.0', '30-sep-2026') + line('widget', '2.0', '30-sep-2026');
    assert.deepEqual(findings(report(same)).length, 1);
    const start = 'START=01-jan-2026';
    const own = line('widget', '1.0', '15-oct-2026', start) + line('widget', '2.0', '30-sep-2026', start);
    assert.deepEqual(findings(report(own)), [
      'expiry 15-oct-2026: widget (version 1.0)',
      'seat-drop 30-sep-2026: widget (version 1.0)',
      'expiry 30-sep-2026: widget (version 2.0)',
    ]);
  });

  it('the newest of very many has its gap told', () => {
    const many = Array.from({ length: 30 }, (_, i) => line('widget', `${i + 1}.0`, 'permanent')).join('');
    const text =
      many + line('widget', '99.0', '30-nov-2026') + line('widget', '99.0', 'permanent', 'START=01-jan-2027');
    assert.ok(findings(report(text)).includes('gap 30-nov-2026: widget (version 99.0)'));
  });
});

describe('what joins', () => {
  const first = line('widget', '1.0', '30-nov-2026');
  const second = line('widget', '1.0', 'permanent', 'START=01-dec-2026');
  const rlm = 'LICENSE acmed widget 1.0 permanent 5 start=1-dec-2026 sig=0\n';
  const soon = '2026-11-22';

  it('files of one folder', () => {
    const all = report({ 'x/a.lic': first, 'x/b.lic': second }, {}, soon);
    assert.deepEqual([rows(all), findings(all)], [['widget'], []]);
  });

  it('not those of two folders, even one in the other', () => {
    for (const paths of [
      ['x/a.lic', 'y/a.lic'],
      ['x/a.lic', 'x/y/a.lic'],
      ['a.lic', 'x/a.lic'],
      ['x/a.lic', 'X/a.lic'],
    ] as const) {
      const all = report({ [paths[0]]: first, [paths[1]]: second }, {}, soon);
      assert.equal(all.products.length, 2);
      assert.match(findings(all).join('\n'), /^expiry 30-nov-2026: widget(?: \(.\))?$/);
    }
  });

  it('not those of two formats', () => {
    const all = report({ 'a.lic': first, 'b.lic': rlm }, {}, soon);
    assert.deepEqual(rows(all), ['widget | flexnet', 'widget | rlm']);
    assert.deepEqual(findings(all), ['expiry 30-nov-2026: widget (flexnet)']);
  });

  it('never a native file with a vendor’s', () => {
    const native = 'product: widget\nexpiryDay: covered\nlicenses: [{ starts: 2026-12-01, expires: never }]\n';
    const all = report({ 'license.lic': first, 'licenses.yaml': native }, {}, soon);
    assert.equal(all.products.length, 2);
    assert.equal(all.findings.filter(({ rule }) => rule === 'expiry').length, 1);
  });

  it('no files at all where the setting keeps them apart', () => {
    const all = report({ 'a.lic': first, 'b.lic': second }, { joinFiles: false }, soon);
    assert.equal(all.products.length, 2);
    assert.equal(all.findings.filter(({ rule }) => rule === 'expiry').length, 1);
  });

  it('only where it counts: a FEATURE, an UPGRADE and a PACKAGE work in their own file', () => {
    const feature = 'FEATURE widget acmed 1.0 permanent 2 SIGN=0\n';
    const all = report({ 'a.lic': feature, 'b.lic': feature });
    assert.deepEqual([seats(all), findings(all)], [['widget: 4'], []]);
  });
});

describe('what a native file says of vendors’ products', () => {
  const short = line('widget', '1.0', '30-nov-2026');
  const later = line('widget', '1.0', 'permanent', 'START=01-jan-2027');
  const needs = 'required: { product: Widget, seats: 10, from: 2026-11-01, until: 2027-02-01 }\nlicenses: []\n';
  const accepts =
    'acceptedGaps: [{ product: WIDGET, from: 2026-12-01, until: 2027-01-01, reason: move }]\nlicenses: []\n';

  const ofWidget = (all: Report) => gapsByRow(all).filter(each => each.startsWith('widget'));
  const rules = (all: Report, rule: string) => all.findings.filter(each => each.rule === rule).length;

  for (const [where, path] of [
    ['in its folder', 'x/licenses.yaml'],
    ['below it', 'licenses.yaml'],
  ] as const) {
    it(`holds ${where}`, () => {
      const needed = report({ [path]: needs, 'x/a.lic': short + later });
      assert.equal(rules(needed, 'shortfall'), 2);
      assert.deepEqual(ofWidget(needed), ['widget: open 2026-12-01 to 2027-01-01']);
      const accepted = report({ [path]: accepts, 'x/a.lic': short + later });
      assert.deepEqual(ofWidget(accepted), ['widget: accepted 2026-12-01 to 2027-01-01']);
      assert.deepEqual([rules(accepted, 'gap'), rules(accepted, 'unused-acceptance')], [0, 0]);
    });
  }

  for (const [where, path] of [
    ['beside it', 'y/licenses.yaml'],
    ['above it', 'x/y/licenses.yaml'],
  ] as const) {
    it(`does not hold ${where}`, () => {
      const needed = report({ [path]: needs, 'x/a.lic': short + later });
      assert.equal(rules(needed, 'shortfall'), 0);
      const accepted = report({ [path]: accepts, 'x/a.lic': short + later });
      assert.deepEqual(ofWidget(accepted), ['widget: open 2026-12-01 to 2027-01-01']);
      assert.deepEqual([rules(accepted, 'gap'), rules(accepted, 'unused-acceptance')], [1, 1]);
    });
  }

  it('does not hold in a folder whose name begins alike', () => {
    const all = report({ 'x/licenses.yaml': accepts, 'xx/a.lic': short + later });
    assert.deepEqual(ofWidget(all), ['widget: open 2026-12-01 to 2027-01-01']);
  });

  it('does not hold for a product of another name, or for all where it names none', () => {
    const other = report({ 'licenses.yaml': needs.replace('Widget', 'Gadget'), 'a.lic': short });
    assert.deepEqual(rows(other), ['Gadget', 'widget']);
    assert.equal(rules(other, 'shortfall'), 0);
    const none = report({ 'licenses.yaml': needs.replace('product: Widget, ', ''), 'a.lic': short });
    assert.equal(none.findings.filter(({ file }) => file.path === 'a.lic').length, 0);
  });

  it('a product that vendors license is not missing in the native file', () => {
    assert.deepEqual(rows(report({ 'licenses.yaml': needs, 'a.lic': short })), ['widget']);
    assert.deepEqual(rows(report({ 'y/licenses.yaml': needs, 'x/a.lic': short })), ['Widget', 'widget | flexnet']);
  });

  it('a stretch that is required is told where it is missing, once', () => {
    const all = report({ 'licenses.yaml': needs, 'a.lic': short + short.replace('1.0', '2.0') });
    assert.deepEqual(gapsByRow(all), ['widget | version 1.0: open 2026-12-01 to 2027-02-01']);
    assert.equal(rules(all, 'gap'), 1);
  });

  it('does not hold where the setting keeps files apart', () => {
    const all = report({ 'licenses.yaml': accepts, 'a.lic': short + later }, { joinFiles: false });
    assert.deepEqual(ofWidget(all), ['widget: open 2026-12-01 to 2027-01-01']);
  });
});

describe('lines that can’t be read', () => {
  const hole = line('widget', '1.0', '30-nov-2026') + line('widget', '1.0', 'permanent', 'START=01-jan-2027');
  const broken = line('widget', '1.0', '31-feb-2027');
  const mightFill = (files: Readonly<Record<string, string>>, settings: Settings = {}) =>
    report(files, settings).findings.filter(({ rule, message }) => rule === 'gap' && /might fill it/.test(message))
      .length;

  it('might fill a gap in their own folder and format', () => {
    assert.equal(mightFill({ 'a.lic': hole + broken }), 1);
    assert.equal(mightFill({ 'x/a.lic': hole, 'x/b.lic': line('x', '1', 'permanent') + broken }), 1);
  });

  it('and in no other', () => {
    assert.equal(mightFill({ 'x/a.lic': hole, 'y/b.lic': broken }), 0);
    assert.equal(mightFill({ 'a.lic': hole, 'b.lic': 'LICENSE acmed widget 1.0 31-feb-2027 5 sig=0\n' }), 0);
    assert.equal(mightFill({ 'a.lic': hole, 'b.lic': broken }, { joinFiles: false }), 0);
    assert.equal(mightFill({ 'a.lic': hole, 'licenses.yaml': 'licenses: [{ product: widget, expires: soon }]\n' }), 0);
    assert.equal(mightFill({ 'a.lic': hole + broken.replace('widget', 'gadget') }), 0);
  });

  it('of any name where not even that can be read', () => {
    assert.equal(mightFill({ 'a.lic': `${hole}FEATURE\n` }), 1);
  });
});

describe('what is asked of a product', () => {
  it('is met by what floats, whatever is bound to hosts besides', () => {
    const vendor =
      line('widget', '1.0', '30-nov-2027', 'START=01-dec-2025', '10') +
      line('widget', '1.0', '30-nov-2026', 'START=01-dec-2025 HOSTID=AABBCCDDEEFF', '5');
    const required = 'required: { product: widget, seats: 10, from: 2025-12-01, until: 2027-11-30 }\n';
    const { findings: told } = report({ 'licenses.yaml': required, 'a.lic': vendor });
    assert.deepEqual(
      told.filter(({ rule }) => rule === 'gap' || rule === 'shortfall' || rule === 'no-terms'),
      [],
    );
  });
});
