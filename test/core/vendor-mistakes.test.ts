// What other readers of FlexNet and RLM files got wrong, each case named after it; gathered from their trackers and from running them.
import assert from 'node:assert/strict';
import { readNamedMonth } from '../../src/core/formats/named-month';
import type { Settings } from '../../src/core/settings';
import { claimed, messagesOf, reportOf, termsOf } from './formats/lines';
import { gaps, iso, told } from './read';

function lines(...records: readonly string[]): string {
  return records.map(record => `${record} SIGN=0\n`).join('');
}

function widget(fields: string): string {
  return `INCREMENT widget acmed 1.0 ${fields}`;
}

describe('dates that others read wrongly', () => {
  const last = (written: string) => readNamedMonth(written, 0, written.length);

  it('01-jan-0000 was 9822 days ago', () => {
    assert.deepEqual(told(reportOf(lines(widget('01-jan-0000 5')))), []);
    assert.equal(last('01-jan-0000'), Infinity);
  });

  it('1-jan-0000 was the year 1900, and so expired; only 01-jan-0000 was known', () => {
    for (const written of ['1-jan-0000', '1-jan-0', '01-jan-00', '1-jan-000', '1-JAN-0000'])
      assert.deepEqual(told(reportOf(lines(widget(`${written} 5`)))), [], written);
  });

  it('a year of two digits was one of the last century', () => {
    assert.equal(last('30-nov-26'), 'unreadable');
    assert.equal(last('30-nov-99'), 'unreadable');
  });

  it('"permanent" was a crash, and the rest of the file was lost', () => {
    const text = lines(widget('permanent 5'), 'INCREMENT gadget acmed 1.0 30-nov-2026 3');
    assert.deepEqual(termsOf(claimed(text)!), [
      'widget of acmed 1.0, floating, always to never, 5',
      'gadget of acmed 1.0, floating, always to 2026-11-30, 3',
    ]);
  });

  it('31-feb-2027 was 3 March', () => {
    for (const written of ['31-feb-2027', '30-feb-2028', '29-feb-2027', '29-feb-2100', '31-jun-2027', '31-nov-2026'])
      assert.equal(last(written), 'impossible', written);
    assert.equal(typeof last('29-feb-2028'), 'number');
    assert.equal(typeof last('29-feb-2000'), 'number');
  });

  it('a date that could not be read was "N/A", and nobody was told', () => {
    assert.deepEqual(told(reportOf(lines(widget('01-janv-2021 5'), 'FEATURE x acmed 1 permanent 1'))), [
      'invalid-date "01-janv-2021"',
    ]);
  });

  it('01-jan-2099 was an alarm a lifetime too early, and more than 4000 days were for ever', () => {
    assert.deepEqual(termsOf(claimed(lines(widget('01-jan-2099 5')))!), [
      'widget of acmed 1.0, floating, always to 2099-01-01, 5',
    ]);
    assert.deepEqual(told(reportOf(lines(widget('01-jan-2099 5')))), []);
    assert.deepEqual(told(reportOf(lines(widget('01-jan-2099 5')), {}, '2098-12-24')), ['expiry "01-jan-2099"']);
  });

  it('months were read in the language of the machine, and in one case of letters', () => {
    const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
    for (const [i, month] of months.entries())
      for (const name of [month, month.toUpperCase(), month[0]!.toUpperCase() + month.slice(1)])
        assert.equal(last(`02-${name}-2027`), Date.UTC(2027, i, 2) / 86_400_000, name);
  });

  it('any three letters that look alike were a month', () => {
    const months = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']);
    const letters = [...'abcdefghijklmnopqrstuvwxyz'];
    for (const a of letters)
      for (const b of letters)
        for (const c of letters) assert.equal(typeof last(`02-${a + b + c}-2027`) === 'number', months.has(a + b + c));
    for (const name of [
      'J\u0001N',
      'j\u00e1n',
      '\u017fep',
      'mai',
      'dez',
      'JA\u212a',
      '\u2126ct',
      'jan ',
      ' jan',
      'ja',
      'j-n',
    ])
      assert.notEqual(typeof last(`02-${name}-2027`), 'number', name);
  });

  it('a maintenance date in the version was taken for the expiry date', () => {
    const text = lines(
      'INCREMENT widget acmed 2020.0530 permanent 5',
      'INCREMENT gadget acmed 2030.1231 30-sep-2026 5',
    );
    assert.deepEqual(told(reportOf(text)), ['expiry "30-sep-2026"']);
  });

  it('the output of lmstat -i, whose header begins with "Feature", was a license file', () => {
    assert.equal(
      claimed('Feature Version #licenses Expires Vendor\nf1 2018.12 2 31-dec-2018 vendor1\nf2 1.0 2 1-jan-0 v\n'),
      undefined,
    );
  });
});

describe('renewals that others did not see', () => {
  const old = widget('30-sep-2026 5 START=01-oct-2025');
  const renewed = widget('30-sep-2027 5 START=01-oct-2026');

  it('the old line was listed as expired though it was renewed', () => {
    assert.deepEqual(told(reportOf(lines(old, renewed), {}, '2026-12-01')), []);
    assert.deepEqual(told(reportOf(lines(renewed, old), {}, '2026-12-01')), []);
  });

  it('it was listed though it was renewed in a newer version', () => {
    assert.deepEqual(told(reportOf(lines(old, renewed.replace('1.0', '1.5')), {}, '2026-12-01')), []);
  });

  it('checking stopped at the first expired line', () => {
    const text = lines(
      'INCREMENT a acmed 1.0 30-sep-2020 1',
      'INCREMENT b acmed 1.0 30-sep-2021 1',
      'INCREMENT c acmed 1.0 15-oct-2026 1',
    );
    assert.deepEqual(told(reportOf(text)), ['expiry "30-sep-2020"', 'expiry "30-sep-2021"', 'expiry "15-oct-2026"']);
  });

  it('a start in the future was not looked at, so that a hole was none', () => {
    const text = lines(old, renewed.replace('START=01-oct-2026', 'START=05-oct-2026'));
    assert.deepEqual(told(reportOf(text, {}, '2026-09-01')), ['gap "30-sep-2026"']);
    assert.deepEqual(gaps(reportOf(text)), ['open 2026-10-01T00:00:00.000Z 96 h']);
  });

  it('only the latest date of all lines was shown, and what lies between was not', () => {
    const text = lines(old, renewed.replace('01-oct-2026', '02-oct-2026'), widget('30-sep-2030 5 START=01-oct-2028'));
    assert.deepEqual(gaps(reportOf(text)), [
      'open 2026-10-01T00:00:00.000Z 24 h',
      'open 2027-10-01T00:00:00.000Z 8784 h',
    ]);
  });

  it('a license not in force yet broke the one that was', () => {
    const text = lines(old, widget('permanent 50 START=01-jan-2030'));
    assert.deepEqual(told(reportOf(text, {}, '2026-02-01')), ['gap "30-sep-2026"']);
    assert.deepEqual(messagesOf(reportOf(text, {}, '2026-02-01'), 'expiry'), []);
  });

  it('a short license in the warning’s time silenced the warning', () => {
    const text = lines(widget('15-oct-2026 5 START=01-oct-2025'), widget('10-oct-2026 5 START=05-oct-2026'));
    assert.ok(told(reportOf(text)).includes('expiry "15-oct-2026"'));
  });

  it('an end was said without the other line, or without the rule that makes it', () => {
    const report = reportOf(lines(old, renewed.replace('01-oct-2026', '03-oct-2026')), {}, '2026-09-01');
    assert.match(
      report.findings[0]!.message,
      /2026-10-01 00:00 to 2026-10-03 00:00 \(UTC\).*expires 30-sep-2026.*starts 03-oct-2026.*The expiry day is covered/,
    );
    assert.equal(report.findings[0]!.related!.length, 2);
  });

  it('a gap long past was an alarm', () => {
    const text = lines(widget('30-sep-2020 5 START=01-oct-2019'), widget('permanent 5 START=01-nov-2020'));
    assert.deepEqual(
      reportOf(text).findings.map(({ severity }) => severity),
      ['hint'],
    );
  });

  it('consecutive days were a gap, since the last day was left out', () => {
    assert.deepEqual(gaps(reportOf(lines(old, renewed))), []);
    assert.deepEqual(
      gaps(reportOf(lines(widget('17-jul-2026 1 START=01-jan-2026'), widget('permanent 1 START=18-jul-2026')))),
      [],
    );
  });

  it('a line that was commented out still counted', () => {
    const text = `${lines(old)}#${lines(renewed)}# ${lines(renewed)}`;
    assert.deepEqual(told(reportOf(text)), ['expiry "30-sep-2026"']);
  });
});

describe('seats that others counted wrongly', () => {
  const seatsOf = (text: string) =>
    reportOf(text).products.map(({ segments }) => segments.map(each => (each.state === 'covered' ? each.seats : 0)));

  it('8 permanent and 2 that expire broke the tool, or were all expired', () => {
    const text = lines(widget('permanent 8'), widget('31-dec-2026 2 START=01-jan-2026'));
    assert.deepEqual(seatsOf(text), [[8, 10, 8]]);
    const report = reportOf(text);
    assert.deepEqual(told(report), ['seat-drop "31-dec-2026"']);
    assert.match(report.findings[0]!.message, /from 10 to 8 seats/);
  });

  it('two licenses at one time were not added: 18 and 18', () => {
    assert.deepEqual(seatsOf(lines(widget('permanent 18'), widget('permanent 18'))), [[36]]);
  });

  it('two FEATURE lines were added: 8 and 2', () => {
    assert.deepEqual(seatsOf(lines('FEATURE widget acmed 1.0 permanent 8', 'FEATURE widget acmed 1.0 permanent 2')), [
      [8],
    ]);
  });

  it('a renewal with fewer seats was not announced: 500 and then 5', () => {
    const text = lines(widget('30-nov-2026 500'), widget('30-nov-2027 5 START=01-dec-2026'));
    const [drop] = reportOf(text).findings;
    assert.equal(drop!.rule, 'seat-drop');
    assert.match(drop!.message, /from 500 to 5 seats/);
    assert.deepEqual(seatsOf(text), [[500, 5]]);
    assert.equal(iso(reportOf(text).products[0]!.segments[1]!.from), '2026-12-01T00:00:00.000Z');
  });

  it('0 and uncounted were no seats', () => {
    for (const count of ['0', 'uncounted'])
      assert.deepEqual(seatsOf(lines(`FEATURE widget acmed 1.0 permanent ${count} HOSTID=ANY`)), [[Infinity]]);
  });

  it('hosts and versions were one pool', () => {
    const text = lines(widget('permanent 5 HOSTID=0011'), widget('permanent 5 HOSTID=0022'));
    assert.deepEqual(seatsOf(text), [[5], [5]]);
  });
});

describe('days that others took from the machine’s zone', () => {
  const rule = (expiryDay: 'covered' | 'uncovered', timezone: string): Partial<Settings> => ({
    profiles: { flexnet: { expiryDay, timezone } },
  });
  const columns = [
    rule('covered', 'UTC'),
    rule('uncovered', 'UTC'),
    rule('covered', 'Europe/Berlin'),
    rule('uncovered', 'Europe/Berlin'),
  ];
  const cases: readonly (readonly [end: string, start: string, hours: readonly number[]])[] = [
    ['30-jun-2026', '01-jul-2026', [0, 24, 0, 24]],
    ['17-jul-2026', '18-jul-2026', [0, 24, 0, 24]],
    ['30-jun-2026', '30-jun-2026', [0, 0, 0, 0]],
    ['29-jun-2026', '01-jul-2026', [24, 48, 24, 48]],
    ['28-mar-2026', '30-mar-2026', [24, 48, 23, 47]],
    ['28-feb-2028', '01-mar-2028', [24, 48, 24, 48]],
  ];
  for (const [end, start, hours] of cases) {
    it(`${end} to ${start}: ${hours.join(', ')} h`, () => {
      const flexnet = lines(widget(`${end} 5 START=01-jan-2026`), widget(`permanent 5 START=${start}`));
      const rlm = flexnet.replaceAll('INCREMENT widget acmed', 'LICENSE acmed widget');
      for (const [i, settings] of columns.entries()) {
        const expected = hours[i] === 0 ? [] : [`${hours[i]} h`];
        const lengths = (text: string, all: Partial<Settings>) =>
          gaps(reportOf(text, all)).map(gap => gap.replace(/^\S+ \S+ /, ''));
        assert.deepEqual(lengths(flexnet, settings), expected);
        assert.deepEqual(lengths(rlm, { profiles: { rlm: settings.profiles!.flexnet! } }), expected);
      }
    });
  }
});
