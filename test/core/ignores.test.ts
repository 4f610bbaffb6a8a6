// Comments that silence findings: which they hide, where, and what is told of those that hide nothing.
import assert from 'node:assert/strict';
import { gaps, reportOn, told } from './read';

const hole = (comments: Readonly<Record<'top' | 'above' | 'line' | 'below', string>>): string =>
  `${comments.top}product: P\nexpiryDay: uncovered\nlicenses:\n${comments.above}` +
  `  - { id: A, starts: 2025-12-01, expires: 2026-11-30 }${comments.line}\n${comments.below}` +
  '  - { id: B, starts: 2026-12-01, expires: never, seats: many }\n';
const none = { top: '', above: '', line: '', below: '' };
const gap = 'gap "2026-11-30"';
const seats = 'unknown-field "many"';

describe('ignore comments', () => {
  const cases: readonly (readonly [title: string, comments: Partial<typeof none>, findings: readonly string[]])[] = [
    ['none', {}, [gap, seats]],
    ['a whole line', { line: ' # license-coverage-ignore-line' }, [seats]],
    ['a line, by code', { line: ' # license-coverage-ignore-line gap' }, [seats]],
    ['a line, by several codes', { line: ' # license-coverage-ignore-line expiry, gap seat-drop' }, [seats]],
    ['a line, with a reason', { line: ' # license-coverage-ignore-line gap -- the office is closed' }, [seats]],
    ['the next line', { above: '# license-coverage-ignore-next-line gap\n' }, [seats]],
    ['the next line only', { below: '# license-coverage-ignore-next-line\n' }, [gap]],
    ['a whole file', { top: '# license-coverage-ignore-file\n' }, []],
    ['a whole file, by code', { below: '# license-coverage-ignore-file unknown-field\n' }, [gap]],
    [
      'a line, by a code that is not told there',
      { line: ' # license-coverage-ignore-line pending-key' },
      [gap, 'unused-ignore "license-coverage-ignore-line"', seats],
    ],
    [
      'a line where nothing is',
      { above: '# license-coverage-ignore-line\n' },
      ['unused-ignore "license-coverage-ignore-line"', gap, seats],
    ],
    [
      'a rule there is none of',
      { line: ' # license-coverage-ignore-line gaps' },
      [gap, 'unused-ignore "license-coverage-ignore-line"', seats],
    ],
    [
      'a reason without --',
      { line: ' # license-coverage-ignore-line because' },
      [gap, 'unused-ignore "license-coverage-ignore-line"', seats],
    ],
    [
      'no rule of an object’s own',
      { line: ' # license-coverage-ignore-line toString' },
      [gap, 'unused-ignore "license-coverage-ignore-line"', seats],
    ],
    ['another word', { line: ' # license-coverage-ignore-lines' }, [gap, seats]],
    ['what is to come, in good time', { line: ' # license-coverage-ignore-line expiry' }, [gap, seats]],
  ];
  for (const [title, comments, findings] of cases) {
    for (const lines of ['\n', '\r\n']) {
      it(`${title}${lines === '\n' ? '' : ', with CRLF'}`, () => {
        const text = hole({ ...none, ...comments }).replaceAll('\n', lines);
        assert.deepEqual(told(reportOn('licenses.yaml', text)), findings);
      });
    }
  }

  it('hide a finding, not the gap', () => {
    const text = hole({ ...none, top: '# license-coverage-ignore-file\n' });
    assert.deepEqual(gaps(reportOn('licenses.yaml', text)), ['open 2026-11-30T00:00:00.000Z 24 h']);
  });

  it('are no values: text that only says so silences nothing', () => {
    const text = hole({ ...none, line: '' }).replace('id: A', 'id: "# license-coverage-ignore-line"');
    assert.deepEqual(told(reportOn('licenses.yaml', text)), [gap, seats]);
  });

  it('that name no rule say which', () => {
    const [, { message }] = reportOn('licenses.yaml', hole({ ...none, line: ' # license-coverage-ignore-line gaps' }))
      .findings as [unknown, { message: string }];
    assert.equal(message, '"gaps" is no rule. A reason goes behind "--".');
  });

  const notations: readonly (readonly [name: string, text: string])[] = [
    [
      'licenses.jsonc',
      '{"expiryDay":"uncovered","licenses":[\n{"starts":"2025-12-01","expires":"2026-11-30"}, // license-coverage-ignore-line gap\n{"starts":"2026-12-01"}]}',
    ],
    [
      'licenses.jsonc',
      '{"expiryDay":"uncovered","licenses":[\n/* license-coverage-ignore-next-line */\n{"starts":"2025-12-01","expires":"2026-11-30"},{"starts":"2026-12-01"}]}',
    ],
    [
      'licenses.toml',
      'expiryDay = "uncovered"\n[[licenses]]\nstarts = 2025-12-01\nexpires = 2026-11-30 # license-coverage-ignore-line gap\n[[licenses]]\nstarts = 2026-12-01\n',
    ],
  ];
  for (const [name, text] of notations) {
    it(`are read in ${name}: ${text.includes('/*') ? '/* */' : 'to the end of the line'}`, () => {
      assert.deepEqual(told(reportOn(name, text)), []);
    });
  }

  it('ten thousand of them, and as many findings', () => {
    const entry =
      '  - { starts: 2026-01-01, expires: never, seats: many } # license-coverage-ignore-line unknown-field\n';
    assert.deepEqual(told(reportOn('licenses.yaml', `licenses:\n${entry.repeat(10_000)}`)), []);
  });
});
