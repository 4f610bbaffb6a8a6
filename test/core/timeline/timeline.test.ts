// The timeline's model: what is drawn, where it leads, and what it all sums up to.
import assert from 'node:assert/strict';
import type { LicenseFile, Term } from '../../../src/core/model';
import { allFiles, emptyTimeline, type Timeline, timelineOf } from '../../../src/core/timeline';
import { at, iso, readText, reportOn, sample } from '../read';
import {
  drawn,
  entriesOf,
  file,
  items,
  labeled,
  named,
  options,
  product,
  reportOf,
  summary,
  textOf,
  timelineFor,
  timelineOfAll,
  timelineOfFiles,
} from './pictures';

const msPerDay = 86_400_000;

/** The only row of a file. */
function rowFor(...texts: readonly string[]): Timeline['model']['rows'][number] {
  const { rows } = timelineFor(...texts).model;
  assert.equal(rows.length, 1);
  return rows[0]!;
}

describe('the timeline of the story', () => {
  const report = reportOn('story.yaml', sample('story.yaml'));
  const timeline = timelineOf([report], report.files[0], options);
  const { model } = timeline;

  it('has a row with bars, gaps and the stretch that waits', () => {
    assert.deepEqual(
      model.rows.map(({ label, detail, status, lanes, first, end }) => ({ label, detail, status, lanes, first, end })),
      [{ label: 'CrashPlan', detail: 'production', status: 'gap', lanes: 1, first: 0, end: 6 }],
    );
    assert.deepEqual(labeled(timeline), [
      'term LIC-2025',
      'gap GAP 24 h',
      'term LIC-2026',
      'gap GAP 23 h',
      'pending-term LIC-2027',
      'pending-gap KEY?',
    ]);
  });

  it('sums it up', () => {
    assert.deepEqual(model.figures, [
      { text: '1 product', leadsTo: 'row' },
      { text: '3 licenses', leadsTo: 'term' },
      { text: '2 gaps (47 h)', leadsTo: 'gap' },
    ]);
    assert.deepEqual([model.title, model.state, model.notice, model.problems], ['story.yaml', 'ok', null, []]);
  });

  it('says each item in one sentence', () => {
    assert.deepEqual(named(timeline), [
      'License LIC-2025, CrashPlan (production), 1 Dec 2025 to 30 Nov 2026, 500 seats, line 9',
      'Coverage gap, CrashPlan (production), 30 Nov 2026 to 1 Dec 2026, 24 h, line 14',
      'License LIC-2026, CrashPlan (production), 1 Dec 2026 to 14 Mar 2027, 500 seats, line 16',
      'Coverage gap, CrashPlan (production), 14 Mar 2027 to 15 Mar 2027, 23 h, line 21',
      'License LIC-2027, CrashPlan (production), 15 Mar 2027 to no end, unlimited seats, waits for its key, line 23',
      'Stretch that waits for a key, CrashPlan (production), 15 Mar 2027 to no end, an open time, line 24',
    ]);
  });

  it('leads from each item to its place, and from each place to the smallest item there', () => {
    const texts = items(timeline).map(({ id }) => textOf(timeline, id));
    assert.deepEqual([texts[1], texts[3], texts[5]], ['2026-11-30', '2027-03-14', 'TODO ask the vendor']);
    assert.match(texts[0]!, /^id: LIC-2025\n[\s\S]*expires: 2026-11-30/);
    const { path, text } = report.files[0]!;
    const itemAt = (words: string) => timeline.itemAt(path, text.indexOf(words));
    assert.equal(itemAt('2026-11-30'), 1);
    assert.equal(itemAt('LIC-2026'), 2);
    assert.equal(itemAt('TODO ask'), 5);
    assert.equal(itemAt('timezone'), undefined);
    assert.equal(timeline.itemAt('other.yaml', text.indexOf('LIC-2026')), undefined);
  });

  it('knows of which product each item is, and nothing of numbers that are none', () => {
    for (const { id } of items(timeline)) assert.equal(timeline.coverageOf(id), report.products[0]);
    for (const id of [-1, 6, 1.5, Number.NaN, Infinity]) assert.equal(timeline.placeOf(id), undefined, String(id));
    for (const id of [6, Number.NaN, Infinity]) assert.equal(timeline.coverageOf(id), undefined, String(id));
  });
});

const knownCase = file('uncovered', 'A 2025-12-01 2026-11-30', 'B 2026-12-01 2027-11-30').replace(
  'licenses:',
  'timezone: America/Chicago\nlicenses:',
);

describe('the timeline of the known case', () => {
  it('has both licenses and the day between them, in the order of time', () => {
    assert.deepEqual(drawn(timelineFor(knownCase)), [
      'term 2025-12-01T06:00:00.000Z 2026-11-30T06:00:00.000Z',
      'gap 2026-11-30T06:00:00.000Z 2026-12-01T06:00:00.000Z',
      'term 2026-12-01T06:00:00.000Z 2027-11-30T06:00:00.000Z',
    ]);
  });

  it('leads to the date that ends the coverage, and to whole entries', () => {
    const timeline = timelineFor(knownCase);
    assert.equal(textOf(timeline, 1), '2026-11-30');
    assert.match(textOf(timeline, 0), /^\{ product: P.*id: A.*\}$/);
    assert.match(textOf(timeline, 2), /^\{ product: P.*id: B.*\}$/);
  });

  it('reaches around everything and has the clocks of that time', () => {
    const { model } = timelineFor(knownCase);
    assert.equal(model.zone, 'America/Chicago');
    assert.ok(model.from < Date.UTC(2025, 11, 1) && model.until > Date.UTC(2027, 10, 30));
    assert.ok(model.clocks[0]!.from <= model.from);
    assert.ok(model.clocks.some(({ from, offset }) => from === Date.UTC(2027, 2, 14, 8) && offset === -5 * 3_600_000));
  });
});

describe('the rows of a timeline', () => {
  it('have licenses that overlap in lanes of their own, and others in one', () => {
    const timeline = timelineFor(
      file('uncovered', 'A 2026-01-01 2026-06-01', 'B 2026-03-01 2026-09-01', 'C 2026-06-01 2026-12-01'),
    );
    assert.deepEqual(
      items(timeline).map(({ lane }) => lane),
      [0, 1, 0],
    );
    assert.equal(timeline.model.rows[0]!.lanes, 2);
  });

  it('have each stretch that is not simply covered', () => {
    const accepted = '\nacceptedGaps:\n  - { product: P, from: 2026-06-30, until: 2026-07-05 }\n';
    const text = file('uncovered', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31') + accepted;
    assert.deepEqual(labeled(timelineFor(text)), ['term A', 'accepted-gap accepted 5 days', 'term B']);
    const pending = `${file('covered', 'A 2026-01-01 2026-06-30')}  - { product: P, expiryDay: covered, id: B, key: TODO, starts: 2026-07-01, expires: 2026-07-31 }\n`;
    const timeline = timelineFor(pending);
    assert.deepEqual(labeled(timeline), ['term A', 'pending-term B', 'pending-gap KEY? 31 days']);
    assert.equal(textOf(timeline, 2), 'TODO');
  });

  it('have the last day that may not count, before an open gap too', () => {
    assert.deepEqual(labeled(timelineFor(file('unstated', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31'))), [
      'term A',
      'possible-gap 24 h?',
      'gap GAP 4 days',
      'term B',
    ]);
  });

  it('have where there are too few seats, told of the license that runs', () => {
    const text = `required: { product: P, seats: 10 }\n${file('covered', 'A 2026-01-01 2026-12-31 seats=4', 'B 2026-06-01 2026-12-31 seats=5')}`;
    const timeline = timelineFor(text);
    assert.deepEqual(labeled(timeline), ['shortfall 4 of 10 seats', 'term A', 'term B', 'shortfall 9 of 10 seats']);
    assert.deepEqual([textOf(timeline, 0), textOf(timeline, 3)], ['4', '4']);
    assert.match(named(timeline)[0]!, /^Too few seats, P, 1 Jan 2026 to 1 Jun 2026, 151 days, 4 of 10 seats, line 3$/);
  });

  it('have a mark where an entry ends before it begins, at the later of its dates, told by its own zone', () => {
    const text = `${file('covered', 'A 2026-01-01 2026-12-31')}  - { product: p, id: B, timezone: Asia/Tokyo, starts: 2027-05-01, expires: 2027-03-31 }\n`;
    const timeline = timelineFor(text);
    assert.deepEqual(drawn(timeline).slice(1), ['invalid 2027-04-30T15:00:00.000Z 2027-04-30T15:00:00.000Z']);
    assert.deepEqual(named(timeline).slice(1), ['License that ends before it begins, P, 1 May 2027, line 3']);
    assert.equal(timeline.model.notice, null);
    assert.equal(textOf(timeline, 1), 'product');
  });

  it('have room for an entry whose dates are the wrong way round, however late', () => {
    const { model } = timelineFor(file('covered', 'A 2026-01-01 2026-12-31', 'B 2035-05-01 2026-05-01'));
    assert.ok(model.until > Date.UTC(2035, 4, 1));
  });

  it('have open ends as such', () => {
    assert.deepEqual(drawn(timelineFor('licenses:\n  - { product: P, id: A, starts: 2026-01-01, expires: never }\n')), [
      'term 2026-01-01T00:00:00.000Z Infinity',
    ]);
    assert.deepEqual(drawn(timelineFor('licenses:\n  - { product: P, expiryDay: covered, expires: 2026-01-01 }\n')), [
      'term -Infinity 2026-01-02T00:00:00.000Z',
    ]);
  });

  it('have a product that is required and has no license at all', () => {
    const text = 'product: P\nrequired: { from: 2027-01-01, until: 2027-03-01 }\nlicenses: []\n';
    const timeline = timelineFor(text);
    assert.equal(summary(timeline), '1 product · 0 licenses · 1 gap (59 days)');
    assert.deepEqual(labeled(timeline), ['gap GAP 59 days']);
    assert.equal(textOf(timeline, 0), 'required');
  });

  it('leave out the time between a license and what is required', () => {
    const text = `required: { product: P, from: 2028-01-01, until: 2028-02-01 }\n${file('covered', 'A 2026-01-01 2026-12-31')}`;
    assert.deepEqual(drawn(timelineFor(text)), [
      'term 2026-01-01T00:00:00.000Z 2027-01-01T00:00:00.000Z',
      'gap 2028-01-01T00:00:00.000Z 2028-02-01T00:00:00.000Z',
    ]);
  });

  it('have the worst state of what is ahead', () => {
    const status = (...terms: string[]): string => rowFor(file('covered', ...terms)).status;
    assert.equal(status('A 2026-01-01 2027-06-30'), 'ok');
    assert.equal(status('A 2026-01-01 2027-06-30', 'B 2027-07-05 2028-01-01'), 'gap');
    assert.equal(status('A 2024-01-01 2024-06-30', 'B 2024-07-05 2028-01-01'), 'ok');
    assert.equal(status('A 2024-01-01 2024-06-30'), 'ended');
    // The last day may count still.
    assert.equal(rowFor(file('unstated', 'A 2026-01-01 2026-11-22')).status, 'ok');
    assert.equal(rowFor(file('unstated', 'A 2026-01-01 2026-11-21')).status, 'ended');
    assert.equal(status('A 2026-01-01 2027-06-30', 'B 2027-07-01 2027-12-31 key=TODO'), 'pending');
    const unstated = file('unstated', 'A 2026-01-01 2027-06-30', 'B 2027-07-01 2027-12-31');
    assert.equal(rowFor(unstated).status, 'possible');
    const short = (need: number) => `required: { product: P, seats: ${need} }\n${unstated.replace('B', 'B, seats: 4')}`;
    assert.equal(rowFor(short(5)).status, 'short');
    assert.equal(rowFor(short(4)).status, 'possible');
  });

  it('know when the next lack begins, and when their coverage ends', () => {
    const row = (...terms: string[]): string => {
      const { nextGap, ends } = rowFor(file('covered', ...terms));
      return [nextGap, ends].map(instant => (instant === null ? 'none' : iso(instant).slice(0, 10))).join(' ');
    };
    assert.equal(row('A 2026-01-01 2027-06-30'), 'none 2027-07-01');
    assert.equal(row('A 2026-01-01 never'), 'none none');
    assert.equal(row('A 2020-01-01 2020-06-30', 'B 2021-01-01 2027-06-30'), 'none 2027-07-01');
    assert.equal(row('A 2026-01-01 2026-11-01', 'B 2026-12-31 2027-06-30'), '2026-11-02 2027-07-01');
    assert.equal(row('A 2026-01-01 2026-11-01', 'B 2026-11-02 2027-06-30 key=TODO'), '2026-11-02 2027-07-01');
    const always = rowFor('licenses:\n  - { product: P, key: TODO, kind: perpetual }\n');
    assert.deepEqual([always.nextGap! < -8e15, always.ends], [true, null]);
  });

  it('know seats that are short as a lack, and an accepted gap as none', () => {
    const short = `required: { product: P, from: 2027-01-01, until: 2027-02-01, seats: 10 }\n${file('covered', 'A 2026-01-01 2027-12-31 seats=4')}`;
    assert.equal(iso(rowFor(short).nextGap!), '2027-01-01T00:00:00.000Z');
    const accepted = `${file('covered', 'A 2026-01-01 2026-12-31', 'B 2027-07-05 2027-12-31')}acceptedGaps:\n  - { product: P }\n`;
    assert.deepEqual([rowFor(accepted).nextGap, rowFor(accepted).status], [null, 'ok']);
  });

  it('mark the end of a product that is near, of the license with which it ends', () => {
    const ending = (expires: string, now = at) =>
      items(
        timelineOfFiles(
          [readText('licenses.yaml', file('covered', 'A 2026-01-01 2026-06-30', `B 2026-06-01 ${expires}`))],
          {},
          now,
        ),
      ).map(({ isEnding }) => isEnding);
    assert.deepEqual(ending('2026-12-21'), [false, true]);
    assert.deepEqual(ending('2026-12-22'), [false, false]);
    assert.deepEqual(ending('2026-11-20'), [false, false]);
    assert.deepEqual(ending('never'), [false, false]);
    assert.match(
      named(timelineFor(file('covered', 'A 2026-01-01 2026-11-30')))[0]!,
      /^License A, P, 1 Jan 2026 to 1 Dec 2026, ends in 9 days, line 2$/,
    );
  });

  it('say of licenses that are over that they are', () => {
    const names = named(timelineFor(file('covered', 'A 2024-01-01 2024-06-30', 'B 2024-07-01 2027-12-31')));
    assert.deepEqual(
      names.map(name => name.includes(', expired,')),
      [true, false],
    );
  });

  it('do not say at once that a license has expired and that it ends soon', () => {
    // B goes on longer, perhaps; A longer for sure.
    const text = `${file('unstated', 'B 2026-01-01 2026-12-10')}  - { product: P, id: A, expiryDay: covered, starts: 2026-01-01, expires: 2026-12-10T12:00Z }\n`;
    const timeline = timelineOfFiles([readText('licenses.yaml', text)], {}, Date.UTC(2026, 11, 10, 6));
    const [b] = named(timeline);
    assert.match(b!, /, expired, line 2$/);
  });
});

describe('rows of newer versions', () => {
  const lines = [
    'INCREMENT f acmed 1.0 30-apr-2027 5 START=1-apr-2027 SIGN=0',
    'INCREMENT f acmed 2.0 28-feb-2027 5 START=1-jan-2027 SIGN=0',
    'INCREMENT f acmed 2.0 31-dec-2027 5 START=1-jul-2027 SIGN=0',
  ];
  const timeline = timelineOfFiles([readText('acme.lic', `${lines.join('\n')}\n`)]);

  it('have what the older one lacks too, cut so that what is told of them is one item', () => {
    const { rows } = timeline.model;
    assert.deepEqual(
      rows.map(({ detail }) => detail),
      ['version 1.0', 'version 2.0'],
    );
    const gaps = (row: number) =>
      items(timeline)
        .slice(rows[row]!.first, rows[row]!.end)
        .filter(({ kind }) => kind === 'gap')
        .map(({ from, until }) => `${iso(from).slice(0, 10)} ${iso(until).slice(0, 10)}`);
    assert.deepEqual(gaps(0), ['2027-03-01 2027-04-01', '2027-05-01 2027-07-01']);
    assert.deepEqual(gaps(1), ['2027-03-01 2027-04-01', '2027-04-01 2027-05-01', '2027-05-01 2027-07-01']);
  });

  it('are judged by what is drawn in them, and licenses are counted once', () => {
    assert.deepEqual(
      timeline.model.rows.map(({ status }) => status),
      ['gap', 'gap'],
    );
    assert.equal(summary(timeline).split(' · ').slice(0, 3).join(' · '), '2 products · 3 licenses · 3 gaps (122 days)');
  });
});

describe('the timeline of several files', () => {
  it('has terms of other files and says which file they stand in', () => {
    const timeline = timelineFor(
      file('covered', 'A 2026-01-01 2026-06-30'),
      file('covered', 'B 2026-07-01 2026-12-31'),
    );
    const [a, b] = named(timeline);
    assert.match(a!, /, line 2$/);
    assert.match(b!, /, line 2 of other-1\.yaml$/);
    assert.equal(timeline.placeOf(1)!.file.path, 'other-1.yaml');
    assert.deepEqual(timeline.model.files, ['', 'other-1.yaml']);
  });

  it('leaves out products that the file does not name, and has them all without a file', () => {
    const texts = [file('covered', 'A 2026-01-01 2026-06-30'), product('Q', 'covered', 'B 2026-01-01 2027-01-01')];
    const labels = ({ model }: Timeline) => model.rows.map(({ label }) => label);
    assert.deepEqual(labels(timelineFor(...texts)), ['P']);
    const all = timelineOfAll(texts.map((text, i) => readText(`${i}.yaml`, text)));
    assert.deepEqual(labels(all), ['P', 'Q']);
    assert.deepEqual([all.model.title, all.model.file, all.model.files], ['', allFiles, ['0.yaml', '1.yaml']]);
    assert.match(named(all)[0]!, /, line 2 of 0\.yaml$/);
  });

  it('has a file that only asks for a product without licenses, and none that asks for one with some', () => {
    const asks = 'product: P\nrequired: { from: 2026-01-01, until: 2027-03-01 }\nlicenses: []\n';
    assert.equal(timelineFor(asks).model.rows.length, 1);
    assert.equal(timelineFor(asks, file('covered', 'A 2026-01-01 2026-06-30')).model.state, 'no-terms');
  });

  it('joins reports, at the latest of their times', () => {
    const [one, other] = ['a', 'b'].map(folder => [
      readText(`${folder}/licenses.yaml`, file('covered', 'A 2026-01-01 never')),
    ]);
    const { model } = timelineOf([reportOf(one!, {}, at), reportOf(other!, {}, at + 1_000)], undefined, options);
    assert.deepEqual([model.rows.length, model.at, model.labels.length], [2, at + 1_000, 2]);
  });

  it('tells products of one name apart by their file, and those alone', () => {
    const texts = [
      'licenses:\n  - { expires: never }\n',
      'licenses:\n  - { expires: never }\n',
      product('P', 'covered', 'A 2026-01-01 never'),
    ];
    const all = timelineOfAll(texts.map((text, i) => readText(`${i}/licenses.yaml`, text)));
    assert.deepEqual(
      all.model.rows.map(({ label, detail }) => [label, detail]),
      [
        ['The unnamed product', '0/licenses.yaml'],
        ['The unnamed product', '1/licenses.yaml'],
        ['P', null],
      ],
    );
  });

  it('tells files of one name apart, without their paths', () => {
    const text = file('covered', 'A 2026-01-01 2026-06-30');
    const [one, other] = ['a/licenses.yaml', 'b/licenses.yaml'].map(path => timelineOfFiles([readText(path, text)]));
    assert.equal(one!.model.title, other!.model.title);
    assert.notEqual(one!.model.file, other!.model.file);
    assert.equal(JSON.stringify(one!.model).includes('a/licenses'), false);
    assert.ok(one!.model.file > allFiles && Number.isSafeInteger(one!.model.file));
  });

  it('shows a name without what would turn the text around it', () => {
    const { model } = timelineOfFiles([readText('evil\u202efdp.yaml', file('covered', 'A 2026-01-01 2026-06-30'))]);
    assert.equal(model.title, 'evil fdp.yaml');
  });
});

describe('entries that end before they begin', () => {
  const reversed = (name: string) => `  - { ${name}id: X, starts: 2027-05-01, expires: 2027-03-31 }\n`;
  const invalid = (timeline: Timeline) =>
    items(timeline)
      .filter(({ kind }) => kind === 'invalid')
      .map(({ id }) => timeline.model.rows.findIndex(({ first, end }) => first <= id && id < end));

  it('are counted where no row is theirs', () => {
    const timeline = timelineFor(file('covered', 'A 2026-01-01 2026-12-31') + reversed('product: Q, '));
    assert.deepEqual(invalid(timeline), []);
    assert.equal(timeline.model.notice, '1 record skipped: it could not be read.');
    const environment = timelineFor(
      file('covered', 'A 2026-01-01 2026-12-31') + reversed('product: P, environment: test, '),
    );
    assert.deepEqual(invalid(environment), []);
    assert.equal(
      timelineFor(`licenses:\n${reversed('product: P, ')}`).model.notice,
      '1 record skipped: it could not be read.',
    );
  });

  it('are counted beside other entries that could not be read', () => {
    const broken = '  - { product: P, starts: 2026-13-01, expires: never }\n';
    const text =
      file('covered', 'A 2026-01-01 2026-12-31') +
      reversed('product: P, ') +
      broken +
      broken +
      reversed('product: Q, ');
    const timeline = timelineFor(text);
    assert.deepEqual(invalid(timeline), [0]);
    assert.equal(timeline.model.notice, '3 records skipped: they could not be read.');
  });

  it('stand in one row only, where products have one name or none', () => {
    const unnamed = (more: string) =>
      `licenses:\n  - { expiryDay: covered, starts: 2026-01-01, expires: 2026-12-31 }\n${more}`;
    const files = [readText('a.yaml', unnamed('')), readText('b.yaml', unnamed(reversed('')))];
    assert.deepEqual(invalid(timelineOfAll(files)), [1]);
    assert.deepEqual(invalid(timelineOfFiles(files)), []);
    const apart = ['a', 'b'].map((name, i) =>
      readText(`${name}.yaml`, file('covered', 'A 2026-01-01 2026-12-31') + (i === 1 ? reversed('product: P, ') : '')),
    );
    assert.deepEqual(invalid(timelineOfAll(apart, { joinFiles: false })), [1]);
    assert.equal(timelineOfFiles(apart, { joinFiles: false }).model.notice, null);
  });

  it('stand in the row of their product whichever file they are of, as licenses do', () => {
    const files = [
      readText('a.yaml', file('covered', 'A 2026-01-01 2026-12-31')),
      readText('b.yaml', `licenses:\n${reversed('product: P, ')}`),
    ];
    const timeline = timelineOfFiles(files);
    assert.deepEqual(invalid(timeline), [0]);
    assert.match(named(timeline)[1]!, /, line 2 of b\.yaml$/);
    assert.equal(timeline.model.notice, null);
  });

  it('of our own files are not put into the rows of vendors', () => {
    const files = [
      readText('acme.lic', 'INCREMENT P acmed 1.0 30-nov-2027 5 SIGN=0\n'),
      readText('b.yaml', `licenses:\n${reversed('product: P, ')}`),
    ];
    const timeline = timelineOfAll(files);
    assert.deepEqual(invalid(timeline), []);
    assert.equal(timeline.model.notice, '1 record skipped: it could not be read.');
  });

  it('stand in two folders each in their own', () => {
    const report = (folder: string) =>
      reportOf([
        readText(`${folder}/licenses.yaml`, file('covered', 'A 2026-01-01 2026-12-31') + reversed('product: P, ')),
      ]);
    assert.deepEqual(invalid(timelineOf([report('a'), report('b')], undefined, options)), [0, 1]);
  });
});

describe('a timeline without a picture', () => {
  it('says so where there is no file', () => {
    const { model, placeOf, coverageOf, itemAt } = emptyTimeline(at);
    assert.deepEqual([model.state, model.rows, model.labels, model.at], ['no-file', [], [], at]);
    assert.deepEqual(model.figures, [{ text: 'Open a license file to see what it covers.', leadsTo: null }]);
    assert.ok(model.from < at && at < model.until);
    assert.deepEqual([placeOf(0), coverageOf(0), itemAt('', 0)], [undefined, undefined, undefined]);
  });

  it('says so where a file has no license, and counts what could not be read', () => {
    const { model } = timelineFor('licenses:\n  - { starts: 2026-13-01, expires: never }\n');
    assert.deepEqual([model.state, model.rows], ['no-terms', []]);
    assert.deepEqual(model.figures, [{ text: 'No license terms found in licenses.yaml.', leadsTo: null }]);
    assert.equal(model.notice, '1 record skipped: it could not be read.');
    const none = timelineOfAll([readText('a.yaml', 'licenses: []\n')]);
    assert.deepEqual(none.model.figures, [{ text: 'No licenses found in this workspace.', leadsTo: null }]);
  });

  it('says so where there would be too much, with the figure and the setting', () => {
    const read = readText('licenses.yaml', file('covered', 'A 2026-01-01 2026-06-30', 'B 2026-07-05 2026-12-31'));
    const limited = (mostItems: number) => timelineOf([reportOf([read])], read, { ...options, mostItems });
    assert.equal(limited(3).model.state, 'ok');
    const { model, placeOf, coverageOf, itemAt } = limited(2);
    assert.deepEqual([model.state, model.rows, model.labels, model.items.kind.length], ['too-many', [], [], 0]);
    assert.deepEqual(model.figures, [
      {
        text: '3 licenses and gaps are too many to draw: at most 2 are, as the setting licenseCoverage.timelineItems says. The Problems panel has them all.',
        leadsTo: null,
      },
    ]);
    assert.deepEqual([placeOf(0), coverageOf(0), itemAt('licenses.yaml', 30)], [undefined, undefined, undefined]);
  });

  it('stands any number of licenses', () => {
    const read = readText('licenses.yaml', file('covered', 'A 2026-01-01 2026-06-30'));
    const [term] = read.terms;
    const terms = Array.from({ length: 150_000 }, (_, index): Term => {
      const from = term!.from + index * msPerDay;
      return { ...term!, id: String(index), from, until: from + msPerDay };
    });
    const whole: LicenseFile = { ...read, terms };
    const report = reportOf([whole]);
    assert.equal(timelineOf([report], whole, options).model.labels.length, 150_000);
    const { state, figures } = timelineOf([report], whole, { ...options, mostItems: 149_999 }).model;
    assert.equal(state, 'too-many');
    assert.match(figures[0]!.text, /^150,000 licenses and gaps .* at most 149,999 /);
  });
});

describe('what keeps a text from being read', () => {
  it('is said with its line, leads to its place, and is cut short', () => {
    const entries = '{"starts":"2026-01-01","expires":"2027-01-01"},\n{"starts":"2027-01-01" "expires":"2028-01-01"}';
    const torn = readText('licenses.json', `{"licenses":[\n${entries}\n]}`);
    const timeline = timelineOfFiles([torn]);
    const { problems, labels } = timeline.model;
    assert.ok(problems.length >= 1);
    assert.equal(problems[0]!.id, labels.length);
    assert.match(problems[0]!.text, /^line 3: /);
    const place = timeline.placeOf(problems[0]!.id)!;
    assert.equal(place.file.path, 'licenses.json');
    assert.ok(place.span.start >= torn.text.indexOf('2027-01-01" '));
    const worse = `{"licenses": [${'{"a" 1},\n'.repeat(20)}]`;
    assert.equal(timelineOfFiles([readText('licenses.json', worse)]).model.problems.length, 5);
  });

  it('is said of each file where all are shown, and of its own alone otherwise', () => {
    const good = readText('a.yaml', file('covered', 'A 2026-01-01 2026-06-30'));
    const torn = readText('b.json', '{"licenses": [{"starts" 1}]');
    assert.deepEqual(timelineOfFiles([good, torn]).model.problems, []);
    assert.match(timelineOfAll([good, torn]).model.problems[0]!.text, /^line 1 of b\.json: /);
  });
});

describe('the summary of a timeline', () => {
  const said = (...texts: string[]): string => summary(timelineFor(...texts));
  const next = 'next expiry P in';

  it('is positive where there is no gap, and only as far as the licenses reach', () => {
    const text = file('covered', 'A 2025-12-01 2026-11-30', 'B 2026-12-01 2027-11-30');
    assert.equal(said(text), `No coverage gaps 1 Dec 2025 – 30 Nov 2027 · 1 product · 2 licenses · ${next} 374 days`);
    assert.equal(timelineFor(text).model.figures[0]!.isGood, true);
  });

  it('reaches from the first beginning to the first end among several products', () => {
    const both = file('covered', 'A 2026-02-01 2028-11-30') + entriesOf('Q', 'covered', 'B 2025-12-01 2026-12-31');
    assert.equal(
      said(both),
      'No coverage gaps 1 Dec 2025 – 31 Dec 2026 · 2 products · 2 licenses · next expiry Q in 40 days',
    );
  });

  it('reaches to the last day of the product that ends first, on its own clocks', () => {
    const far = (zone: string) =>
      file('covered', 'A 2025-12-01 2026-12-31').replace('expiryDay', `timezone: ${zone}, expiryDay`);
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const others = entriesOf('Q', 'covered', 'B 2026-01-01 2028-12-31');
      const timeline = timelineFor(`licenses:\n${others}${far(zone).replace('licenses:\n', '')}`);
      assert.equal(timeline.model.zone, 'UTC');
      assert.match(summary(timeline), /^No coverage gaps 1 Dec 2025 – 31 Dec 2026 /);
    }
  });

  it('knows open ends', () => {
    assert.equal(
      said(file('covered', 'A 2025-12-01 never')),
      'No coverage gaps from 1 Dec 2025 on · 1 product · 1 license',
    );
    assert.equal(said('licenses:\n  - { kind: perpetual }\n'), 'No coverage gaps · 1 product · 1 license');
    assert.equal(
      said('licenses:\n  - { product: P, expiryDay: covered, expires: 2027-11-30 }\n'),
      `No coverage gaps until 30 Nov 2027 · 1 product · 1 license · ${next} 374 days`,
    );
  });

  it('promises nothing where coverage has ended', () => {
    assert.equal(
      said(file('covered', 'A 2024-12-01 2025-11-30')),
      '1 product · 1 license · 1 product no longer covered',
    );
  });

  it('counts accepted gaps too, and leads to them where there are no others', () => {
    const accepted = 'acceptedGaps:\n  - { product: P, from: 2026-06-30, until: 2026-07-01 }\n';
    const meant = file('uncovered', 'A 2026-01-01 2026-06-30', 'B 2026-07-01 2026-12-31') + accepted;
    assert.equal(said(meant), `1 product · 2 licenses · 1 gap (24 h), 1 accepted · ${next} 39 days`);
    const leads = (text: string) => timelineFor(text).model.figures[2]!.leadsTo;
    assert.equal(leads(meant), 'accepted-gap');
    assert.equal(
      leads(file('uncovered', 'A 2026-01-01 2026-06-30', 'B 2026-07-01 2026-12-31', 'C 2027-01-01 never') + accepted),
      'gap',
    );
  });

  it('does not promise anything where a gap is possible, or where seats are short', () => {
    assert.equal(
      said(file('unstated', 'A 2026-01-01 2026-06-30', 'B 2026-07-01 2026-12-31')),
      `1 product · 2 licenses · 1 possible gap (24 h) · ${next} 39 days`,
    );
    assert.equal(
      said(`required: { product: P, seats: 5 }\n${file('covered', 'A 2026-01-01 never seats=4')}`),
      '1 product · 1 license · 1 stretch short of seats (an open time)',
    );
  });

  it('counts what waits for a key beside its promise', () => {
    assert.equal(
      said(file('covered', 'A 2026-01-01 never key=TODO')),
      'No coverage gaps from 1 Jan 2026 on · 1 pending · 1 product · 1 license',
    );
  });

  it('counts a hole once, though an older and a newer version lack it', () => {
    const { figures } = timelineOfFiles([
      readText(
        'acme.lic',
        [
          '1.0 28-feb-2027 5 START=1-jan-2027',
          '2.0 28-feb-2027 5 START=1-jan-2027',
          '2.0 31-dec-2027 5 START=1-apr-2027',
        ]
          .map(line => `INCREMENT f acmed ${line} SIGN=0\n`)
          .join(''),
      ),
    ]).model;
    assert.equal(figures.find(({ leadsTo }) => leadsTo === 'gap')!.text, '1 gap (31 days)');
  });
});
