// What the hover says of each thing that a person points at, in every notation, and that it never says a secret.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import type { Fact } from '../../src/core/explain';
import { type Ground, pictureThemes } from '../../src/core/explain/picture-themes';
import { type HoverContent, hoverAt } from '../../src/core/hover';
import { actionKinds, hoverLink, linkTo } from '../../src/core/hover-link';
import type { Report } from '../../src/core/model';
import { defaultSettings } from '../../src/core/settings';
import { spanIndex } from '../../src/core/span-index';
import { sampleNames, sampleText } from './formats/lines';
import { at, readText, reportOn, sample } from './read';

const known = `environment: production
product: CrashPlan
server: { version: 5.3.1 }
timezone: America/Chicago
required: { seats: 600, from: 2025-12-01, until: 2027-12-01 }
licenses:
  - id: LIC-1
    key: CANARY-KEY-1
    kind: subscription
    seats: 500
    starts: 2025-12-01
    expires: 2026-11-30
  - id: LIC-2
    key: CANARY-KEY-2
    seats: 400
    starts: 2026-12-01
    expires: 2027-03-14
  - id: LIC-3
    key: <canary placeholder>
    seats: 400
    starts: 2027-03-14
    expires: never
acceptedGaps:
  - { product: Other, from: 2028-01-01, until: 2028-02-01, reason: migration, reviewBy: 2027-01-15 }
`;

/** Of the first place in a text that says so. */
function hoverOn(report: Report, said: string, ground: Ground = 'light'): HoverContent {
  const [file] = report.files;
  const content = hoverAt(report, file!, file!.text.indexOf(said) + 1, at, ground);
  assert.ok(content, `nothing at ${said}`);
  return content;
}

function factsOf({ explanations }: HoverContent): Record<string, string> {
  return Object.fromEntries(explanations.flatMap(({ facts }) => facts).map(({ label, text }) => [label, text]));
}

function titlesOf({ explanations }: HoverContent): readonly string[] {
  return explanations.map(({ title }) => title);
}

function actionsOf({ actions }: HoverContent): string {
  return actions.map(({ kind, file, span }) => `${kind} ${file.text.slice(span.start, span.end).slice(0, 12)}`).join();
}

describe('the hover', () => {
  const report = reportOn('licenses.yaml', known);
  const hover = (said: string) => hoverOn(report, said);

  it('explains a license: its time here and in UTC, what is left, its seats, its rule and what follows', () => {
    const content = hover('LIC-1');
    assert.deepEqual(titlesOf(content), ['LIC-1: CrashPlan (production), subscription']);
    const { Rule, ...facts } = factsOf(content);
    assert.deepEqual(facts, {
      Covers: '2025-12-01 00:00 to 2026-11-30 00:00 (America/Chicago)',
      'In UTC': '2025-12-01 06:00 to 2026-11-30 06:00 UTC',
      Length: '364 days, 8 days left',
      Seats: '500',
      'Required seats': '600: 100 too few',
      'What follows': '24 h without a license, then LIC-2 from 2026-12-01 00:00 (America/Chicago) on',
    });
    assert.match(Rule!, /The expiry day is not covered/);
    assert.match(content.explanations[0]!.source!.url, /^https:\/\/support\.code42\.com\//);
    assert.equal(actionsOf(content), 'next-gap 2026-11-30,timeline id: LIC-1\n  ');
  });

  it('says when a license begins, that it has ended, that its key is still to come', () => {
    assert.equal(factsOf(hover('LIC-2')).Length, '103 days, begins in 9 days');
    const waiting = hover('LIC-3');
    assert.match(factsOf(waiting).Key!, /Still to be typed/);
    assert.match(actionsOf(waiting), /^key <canary/);
    const past = reportOn(
      'licenses.yaml',
      'expiryDay: covered\nlicenses: [{ id: A, starts: 2025-01-01, expires: 2026-11-18 }]',
    );
    assert.equal(factsOf(hoverOn(past, 'id: A')).Length, '687 days, ended 3 days ago');
  });

  it('says what a date stands for, how far it is, and that its day is not 24 h long', () => {
    const start = hover('2025-12-01\n');
    assert.deepEqual(titlesOf(start), ['LIC-1: start date', 'LIC-1: CrashPlan (production), subscription']);
    assert.deepEqual(
      start.explanations[0]!.facts.map(({ text }) => text),
      [
        'The license covers from 2025-12-01 00:00 (America/Chicago) on.',
        '2025-12-01 06:00 UTC',
        '355 days ago',
        '0 before, 500 from then on',
      ],
    );
    const end = hover('2027-03-14');
    assert.equal(
      factsOf(end)['This date'],
      'The license covers until 2027-03-14 00:00 (America/Chicago), where that day begins.',
    );
    assert.equal(factsOf(end)['That day'], 'The clocks change on it: it is 23 h long.');
    assert.equal(known.slice(end.span.start, end.span.end), '2027-03-14');
    assert.equal(factsOf(hover('never'))['This date'], 'The license has no end.');
  });

  for (const [rule, said, utc] of [
    ['covered', 'The license covers until 2026-12-01 00:00 (UTC), where that day ends.', '2026-12-01 00:00 UTC'],
    ['uncovered', 'The license covers until 2026-11-30 00:00 (UTC), where that day begins.', '2026-11-30 00:00 UTC'],
    [
      undefined,
      'The license surely covers until 2026-11-30 00:00, and perhaps until 2026-12-01 00:00 (UTC), where that day ends.',
      '2026-11-30 00:00, perhaps 2026-12-01 00:00 UTC',
    ],
  ] as const) {
    it(`says up to when an expiry date covers, where its day is ${rule ?? 'unstated'}`, () => {
      const head = rule === undefined ? '' : `expiryDay: ${rule}\n`;
      const one = reportOn('licenses.yaml', `${head}licenses: [{ id: A, starts: 2025-12-01, expires: 2026-11-30 }]`);
      const [date] = hoverOn(one, '2026-11-30').explanations;
      assert.deepEqual(
        date!.facts.slice(0, 2).map(({ text }) => text),
        [said, utc],
      );
    });
  }

  it('takes a date with a time for no day', () => {
    const text = 'expiryDay: covered\nlicenses: [{ id: A, starts: 2025-12-01, expires: 2026-11-30T12:00:00Z }]';
    assert.equal(
      factsOf(hoverOn(reportOn('licenses.yaml', text), '2026-11-30T'))['This date'],
      'The license covers until 2026-11-30 12:00 (UTC).',
    );
  });

  it('explains a product as a whole, at its name in an entry or for all', () => {
    const content = hover('CrashPlan');
    assert.deepEqual(titlesOf(content), ['CrashPlan (production)']);
    const { Rule, ...facts } = factsOf(content);
    assert.deepEqual(facts, {
      Licenses: '3, of which 1 waits for its key',
      Now: 'Covered until 2026-11-30 00:00 (America/Chicago)',
      'Next gap': '2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago), 24 h',
      'Gaps ahead': '2, an open time together',
      'Coverage ends': 'Never',
      Seats: '500 now, of all its licenses together',
      'Required seats': '600: 100 too few',
      'Next change': 'Down from 500 to 0 on 2026-11-30 00:00 (America/Chicago)',
    });
    assert.ok(Rule);
    const own = reportOn(
      'licenses.yaml',
      'expiryDay: covered\nlicenses: [{ product: A, starts: 2027-01-01, expires: 2027-01-31 }, { product: B, expires: 2025-01-01 }]',
    );
    assert.equal(factsOf(hoverOn(own, 'A,')).Now, 'Not yet covered: begins in 40 days, 2027-01-01 00:00 (UTC)');
    assert.equal(factsOf(hoverOn(own, ' B,')).Now, 'No longer covered, since 2025-01-02 00:00 (UTC)');
  });

  it('takes a name for that of the product where nothing else says it', () => {
    const named = reportOn('licenses.yaml', 'expiryDay: covered\nlicenses: [{ name: Tool, starts: 2026-01-01 }]');
    assert.deepEqual(titlesOf(hoverOn(named, 'Tool')), ['Tool']);
  });

  it('explains each product that the name of all entries stands for, the first three', () => {
    const entries = ['dev', 'test', 'stage', 'live'].map(
      environment => `  - { environment: ${environment}, starts: 2026-01-01, expires: 2027-01-01 }\n`,
    );
    const report = reportOn('licenses.yaml', `product: P\nexpiryDay: covered\nlicenses:\n${entries.join('')}`);
    assert.deepEqual(titlesOf(hoverOn(report, ' P')), ['P (dev)', 'P (live)', 'P (stage)', 'And 1 more product']);
  });

  it('explains seats: of the license, of the product then, what is required and what changes', () => {
    const text = `product: P
expiryDay: covered
required: { seats: 20 }
licenses:
  - { id: A, seats: 8, starts: 2026-01-01, expires: 2027-01-01 }
  - { id: B, seats: 2, starts: 2026-01-01, expires: 2026-12-31 }
  - { id: C, seats: 30, starts: 2027-01-02, expires: 2027-12-31 }
`;
    const seats = reportOn('licenses.yaml', text);
    const [first, second] = hoverOn(seats, ' 8').explanations;
    assert.equal(first!.title, 'A: 8 seats');
    assert.deepEqual(
      first!.facts.map(({ label, text }) => `${label}: ${text}`),
      [
        'Seats: 8',
        'Seats of the product: 10 now, of all its licenses together',
        'Required seats: 20: 10 too few',
        'Next change: Down from 10 to 8 on 2027-01-01 00:00 (UTC)',
      ],
    );
    assert.ok(!second!.facts.some(({ label }) => /seats/i.test(label)), 'seats are said twice');
    const [third] = hoverOn(seats, ' 30').explanations;
    assert.deepEqual(
      third!.facts.map(({ text }) => text),
      ['30', '20', 'Down from 30 to 0 on 2028-01-01 00:00 (UTC)'],
    );
    assert.equal(factsOf(hoverOn(seats, 'id: B'))['What follows'], 'A covers on, until 2027-01-02 00:00 (UTC)');
    assert.equal(factsOf(hoverOn(seats, 'id: C'))['What follows'], 'Nothing: the coverage ends with this license.');
  });

  it('says what the dates of required coverage bound', () => {
    assert.equal(titlesOf(hover('required'))[0], 'Required coverage: CrashPlan');
    const begin = hover('2025-12-01, ');
    assert.deepEqual(titlesOf(begin), ['Required coverage begins: CrashPlan', 'CrashPlan (production)']);
    const [end] = hover('2027-12-01').explanations;
    assert.equal(end!.title, 'Required coverage ends: CrashPlan');
    assert.deepEqual(
      end!.facts.map(({ text }) => text),
      [
        '2025-12-01 00:00 to 2027-12-01 00:00 (America/Chicago)',
        '2025-12-01 06:00 to 2027-12-01 06:00 UTC',
        '600',
        'The day of the end itself is no part of it.',
      ],
    );
    assert.equal(titlesOf(hover('600'))[0], 'Required seats: CrashPlan');
  });

  it('says what an accepted gap bounds, why, and when it is to be reviewed', () => {
    const content = hover('migration');
    assert.deepEqual(titlesOf(content), ['Accepted gap: Other']);
    const facts = factsOf(content);
    assert.deepEqual(
      [facts.Reason, facts.Length, facts.Review, facts['Gaps in it']],
      ['migration', '31 days', 'Before 2027-01-16 00:00 (America/Chicago), in 55 days', 'None'],
    );
    assert.equal(titlesOf(hover('2028-01-01'))[0], 'Accepted gap begins: Other');
    assert.equal(titlesOf(hover('2028-02-01'))[0], 'Accepted gap ends: Other');
    assert.equal(titlesOf(hover('2027-01-15'))[0], 'Accepted gap to be reviewed: Other');
    const meant = reportOn(
      'licenses.yaml',
      known
        .replace('Other', 'CrashPlan')
        .replaceAll('2028-0', '2026-1')
        .replace('2026-11-01', '2026-11-30')
        .replace('2026-12-01, reason', '2026-12-02, reason'),
    );
    assert.equal(
      factsOf(hoverOn(meant, 'migration'))['Gaps in it'],
      'CrashPlan (production): 2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago), 24 h',
    );
  });

  it('tells of a gap first and then of the license, and nothing twice', () => {
    const content = hover('2026-11-30');
    assert.deepEqual(titlesOf(content), [
      'CrashPlan (production): 24 h without a license',
      'LIC-1: CrashPlan (production), subscription',
    ]);
    const all = content.explanations.flatMap(({ facts }) => facts).map(({ label, text }: Fact) => `${label}: ${text}`);
    assert.deepEqual(all, [...new Set(all)]);
    assert.equal(all.filter(fact => fact.startsWith('Rule:')).length, 1);
    assert.ok(!all.some(fact => fact.startsWith('What follows:') || fact.startsWith('Next gap:')), all.join('\n'));
    assert.equal(actionsOf(content), 'fix 2026-11-30,request 2026-11-30,timeline 2026-11-30');
    const waiting = hover('<canary');
    assert.match(titlesOf(waiting)[0]!, /wait for a license key/);
    assert.match(actionsOf(waiting), /^fix <canary.*,key <canary/);
  });

  it('says nothing where nothing of a license stands', () => {
    const [file] = report.files;
    for (const said of ['environment', 'timezone', 'acceptedGaps'])
      assert.equal(hoverAt(report, file!, known.indexOf(said) + 1, at, 'light'), undefined, said);
  });

  it('is there for what a file of another name says of the same product', () => {
    const [first, second] = [
      known.replace(/ {2}- id: LIC-2[\s\S]*/, ''),
      known.replace(/ {2}- id: LIC-1[\s\S]*(?= {2}- id: LIC-2)/, ''),
    ];
    const files = [readText('a.licenses.yaml', first), readText('b.licenses.yaml', second)];
    const joined = analyze(files, defaultSettings, at);
    const content = hoverAt(joined, files[1]!, second.indexOf('LIC-2'), at, 'light');
    const [next] = content!.actions;
    assert.deepEqual([next!.kind, next!.file.path], ['next-gap', 'a.licenses.yaml']);
  });
});

describe('the hover in every notation', () => {
  const values: Readonly<Record<string, readonly [date: string, seats: string]>> = {
    'story.json': ['2025-12-01', '500'],
    'story.jsonc': ['2025-12-01', '500'],
    'story-line.json': ['2025-12-01', '500'],
    'story.yaml': ['2025-12-01', '500'],
    'story-flow.yaml': ['2025-12-01', '500'],
    'story.toml': ['2025-12-01', '500'],
    'story-inline.toml': ['2025-12-01', '500'],
    'story.lic': ['01-dec-2025', '500'],
    'story-rlm.lic': ['01-dec-2025', '500'],
    'story-lmx.lic': ['2025-12-01', '500'],
    'story-sap.txt': ['20251201', '0000000500'],
  };
  for (const [name, [date, seats]] of Object.entries(values)) {
    it(`finds license, dates, product and seats in ${name}`, () => {
      const text = sample(name);
      const report = reportOn(name, text);
      const [term] = report.files[0]!.terms;
      assert.match(titlesOf(hoverOn(report, date))[0]!, /: start date$/);
      assert.match(titlesOf(hoverOn(report, seats))[0]!, /: 500 seats$/);
      assert.match(titlesOf(hoverOn(report, 'CrashPlan'))[0]!, /^CrashPlan( \(production\))?$/);
      const { start } = term!.entry.node;
      const whole = hoverAt(report, report.files[0]!, start, at, 'light')!;
      assert.match(whole.explanations.at(-1)!.title, /CrashPlan/);
      const gap = report.findings.find(({ rule }) => rule === 'gap')!;
      const told = hoverAt(report, report.files[0]!, gap.span.start, at, 'light')!;
      assert.match(told.explanations[0]!.title, /24 h without a license$/);
      assert.match(factsOf(told).Covers!, /to 2026-11-30 00:00/);
    });
  }

  it('takes no part of a token for a date', () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const token = `${part({ alg: 'none' })}.${part({ iss: 'Acme', nbf: 1_767_225_600, exp: 1_798_761_600 })}.`;
    const report = reportOn('license.jwt', token);
    assert.deepEqual(titlesOf(hoverAt(report, report.files[0]!, 2, at, 'light')!), ['The Acme license: Acme']);
  });

  it('tells of the part of a license that runs, where an upgrade has cut it', () => {
    const text =
      'INCREMENT widget acmed 1.0 30-nov-2027 5 START=01-dec-2025 SIGN=00A1\n' +
      'UPGRADE widget acmed 1.0 2.0 31-jan-2026 2 START=01-jan-2026 SIGN=00A2\n';
    const report = reportOn('a.lic', text);
    assert.match(factsOf(hoverOn(report, 'INCREMENT')).Covers!, /^2026-02-01 00:00 to 2027-12-01/);
  });
});

describe('the picture in the hover', () => {
  const report = reportOn('licenses.yaml', known);

  it('is a small drawing that refers to nothing and runs nothing', () => {
    for (const said of ['LIC-1', '2026-11-30', '2025-12-01\n', 'CrashPlan', '600', 'LIC-3']) {
      const { svg } = hoverOn(report, said).picture!;
      assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" role="img" width="360" height="56"/);
      assert.ok(svg.length < 8_000, `${svg.length}`);
      assert.doesNotMatch(svg.slice(40), /<script|href|https?:|\bon\w+=|@import|url\((?!#)|<foreignObject|<image/i);
    }
  });

  it('has no word of a file in it', () => {
    const evil = known.replaceAll('CrashPlan', '"CrashPlan<svg onload=x>"').replaceAll(/LIC-(\d)/g, '"LIC<&$1"');
    const hostile = reportOn('licenses.yaml', evil);
    for (const said of ['LIC<&1', '2026-11-30', 'CrashPlan<', 'LIC<&3']) {
      const { svg, alt } = hoverOn(hostile, said).picture!;
      assert.doesNotMatch(svg + alt, /onload|CrashPlan|LIC/);
    }
  });

  it('says in words what it shows', () => {
    const { svg, alt } = hoverOn(report, '2026-11-30').picture!;
    assert.equal(
      alt,
      'Picture of the coverage from 2026-11-10 to 2026-12-21: 2 licenses, a gap of 24 h from 2026-11-30 00:00 on. Today is 2026-11-21.',
    );
    assert.ok(svg.includes(`<title>${alt}</title>`));
    assert.ok(svg.includes('>GAP 24 h</text>'));
  });

  it('marks what is pointed at: a date by a triangle, a stretch by a bracket, now by a line', () => {
    const marks = (said: string) =>
      [...hoverOn(report, said).picture!.svg.matchAll(/class="(mark|bracket|today|now)"/g)].map(([, name]) => name);
    assert.deepEqual(marks('2025-12-01\n'), ['mark']);
    assert.deepEqual(marks('LIC-1'), ['today', 'bracket', 'now']);
    assert.deepEqual(marks('2026-11-30'), ['today', 'bracket', 'now']);
  });

  it('draws ten thousand licenses as few things', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => {
      const day = (days: number) => new Date(Date.UTC(2000, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      return `{ "id": "L${i}", "starts": "${day(3 * i)}", "expires": "${day(3 * i + 1)}" }`;
    });
    const many = reportOn('licenses.json', `{ "product": "P", "expiryDay": "covered", "licenses": [${entries}] }`);
    const { svg, alt } = hoverOn(many, 'P').picture!;
    assert.ok(svg.length < 20_000, `${svg.length}`);
    assert.match(alt, /and [\d,]+ more/);
    assert.match(svg, />[\d,]+ gaps<\/text>/);
  });

  it('draws thousands of licenses at one time as what they cover together', () => {
    const entry = (i: number) =>
      `{ "id": "L${i}", "starts": "2026-01-${10 + (i % 20)}", "expires": "2027-01-${10 + (i % 20)}" }`;
    const entries = Array.from({ length: 5_000 }, (_, i) => entry(i));
    const many = reportOn('licenses.json', `{ "product": "P", "expiryDay": "covered", "licenses": [${entries}] }`);
    const { svg } = hoverOn(many, 'P').picture!;
    assert.equal(svg.match(/class="item term"/g)?.length, 1);
  });

  /** By theme that comes with VS Code 1.139: what its hovers stand on. */
  const hovers: Readonly<Record<Ground, readonly string[]>> = {
    light: ['#f8f8f8', '#fafafd', '#f3f3f3', '#ffffff', '#ccc4b0'],
    dark: [
      '#202122',
      '#202020',
      '#252526',
      '#1e1e1e',
      '#000c38',
      '#221a14',
      '#414339',
      '#300000',
      '#004052',
      '#001c40',
    ],
    'high-contrast-light': ['#ffffff'],
    'high-contrast-dark': ['#0c141f', '#000000'],
  };
  for (const [ground, themes] of Object.entries(hovers) as [Ground, readonly string[]][]) {
    it(`is clear on the hovers of ${ground} themes`, () => {
      const { 'editor-background': own, focusBorder: _, fontFamily: __, ...inks } = pictureThemes[ground];
      for (const theme of [...themes, own]) {
        for (const [name, ink] of Object.entries(inks)) {
          const least = name === 'editor-foreground' ? 4.5 : 3;
          assert.ok(contrast(ink, theme) >= least, `${name} on ${theme}: ${contrast(ink, theme)}`);
        }
      }
    });
  }

  /** WCAG 2.2. */
  function contrast(a: string, b: string): number {
    const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
    return (bright + 0.05) / (dark + 0.05);
  }

  function luminance(color: string): number {
    const [red, green, blue] = [1, 3, 5].map(i => {
      const value = Number.parseInt(color.slice(i, i + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
});

describe('the links in the hover', () => {
  const uri = 'vscode-vfs://host/a%20(b)/x](command:workbench.action.quit).yaml';

  it('bring back what they were given, and nothing of it can end a link', () => {
    for (const action of actionKinds) {
      const link = linkTo({ action, uri, offset: 12 });
      assert.match(link, /^command:licenseCoverage\.actOnHover\?[\w%.-]+$/);
      assert.deepEqual(JSON.parse(decodeURIComponent(link.slice(link.indexOf('?') + 1))), [
        { action, uri, offset: 12 },
      ]);
      assert.deepEqual(hoverLink({ action, uri, offset: 12 }), { action, uri, offset: 12 });
    }
    assert.doesNotThrow(() => linkTo({ action: 'fix', uri: '\ud800', offset: 0 }));
  });

  it('are taken for nothing if anything about them is odd', () => {
    const good = { action: 'fix', uri, offset: 1 };
    for (const odd of [
      undefined,
      null,
      'fix',
      [good],
      { ...good, action: 'workbench.action.quit' },
      { ...good, action: 'toString' },
      { ...good, uri: 1 },
      { ...good, uri: 'x'.repeat(10_001) },
      { ...good, offset: -1 },
      { ...good, offset: 1.5 },
      { ...good, offset: '1' },
      { ...good, more: 1 },
      { action: 'fix', uri },
    ])
      assert.equal(hoverLink(odd), undefined, JSON.stringify(odd)?.slice(0, 80));
  });
});

describe('the hover at every offset', () => {
  const folders = [join(__dirname, '../samples'), join(__dirname, '../../media/samples')];
  const own = folders.flatMap(folder =>
    readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')] as const),
  );

  /** All that any offset of a file shows, each different answer once. */
  function shownIn(report: Report): readonly string[] {
    const [file] = report.files;
    const all = new Set<string>();
    for (let offset = 0; offset <= file!.text.length; offset++) {
      const content = hoverAt(report, file!, offset, at, 'dark');
      if (!content) continue;
      assert.ok(content.span.start <= offset && offset <= content.span.end, `${offset}`);
      const { explanations, picture, actions } = content;
      all.add(JSON.stringify([explanations, picture, actions.map(({ kind }) => kind)]));
    }
    return [...all];
  }

  it('shows no key, host or signature of any sample', () => {
    const secret =
      /\b(?:3F9A|11C0|77AB|8D21|4E5F|90CC|00A\d|11B\d|001122334455|licsrv|mBpI|4i\]mY|szCq|60P0|H1234567890|MIIB\w*|TODO ask)\b|KEY-?\d/i;
    for (const [name, text] of own) {
      const shown = shownIn(reportOn(name, text));
      assert.ok(shown.length >= 5, `${name}: ${shown.length}`);
      for (const each of shown) assert.equal(secret.exec(each)?.[0], undefined, name);
    }
  }).timeout(120_000);

  it('shows no canary of any kind, wherever it stands', () => {
    const shown = shownIn(
      reportOn('licenses.yaml', known.replace('kind:', 'hostid: CANARY-HOST # CANARY-COMMENT\n    kind:')),
    );
    assert.ok(shown.length > 20);
    for (const each of shown) assert.doesNotMatch(each, /canary/i);
  });

  it('holds in the samples of vendors’ files beside the project', function () {
    const names = sampleNames();
    if (names.length === 0) {
      console.log('      the samples are not beside the project: skipped');
      this.skip();
    }
    let answers = 0;
    for (const name of names) {
      const text = sampleText(name);
      if (text.length > 20_000) continue;
      const report = reportIfRead(name, text);
      if (report) answers += shownIn(report).length;
    }
    assert.ok(answers > 100, `${answers}`);
  }).timeout(60_000);

  /** Some samples are there to be refused. */
  function reportIfRead(name: string, text: string): Report | undefined {
    try {
      return reportOn(name, text);
    } catch {
      return undefined;
    }
  }
});

describe('an index of places', () => {
  it('finds what an offset is in, in the order given, however the places lie in one another', () => {
    const spans = Array.from({ length: 300 }, (_, i) => {
      const start = (i * 7919) % 500;
      return { start, end: start + ((i * 104_729) % (i % 10 === 0 ? 400 : 30)), i };
    });
    const index = spanIndex(spans, span => span);
    for (let offset = 0; offset < 950; offset++)
      assert.deepEqual(
        index.at(offset),
        spans.filter(({ start, end }) => start <= offset && offset <= end),
      );
  });
});
