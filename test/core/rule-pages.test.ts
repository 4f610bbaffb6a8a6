// Holds the rules' pages against the code: each has its sections, and what it shows in examples is really told there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/core/analyze';
import { fixesFor } from '../../src/core/fixes';
import { ignoreFinding } from '../../src/core/fixes/ignore-finding';
import type { Finding, Report } from '../../src/core/model';
import { defaultSeverity } from '../../src/core/rules';
import { defaultSettings } from '../../src/core/settings';
import { applyEdits } from '../../src/core/text';
import { readText, textAt } from './read';

const rules = Object.keys(defaultSeverity);
const pageOf = (rule: string): string =>
  readFileSync(join(__dirname, '../../media/rules', `${rule}.md`), 'utf8').replaceAll('\r\n', '\n');

/** The text under a heading, up to the next one of its rank. */
function section(page: string, heading: string): string {
  const [, rest = ''] = page.split(`\n## ${heading}\n`);
  return rest.split('\n## ')[0]!;
}

function fences(text: string): readonly string[] {
  return [...text.matchAll(/```(?:yaml)?\n([\s\S]*?)```/g)].map(([, code]) => code!);
}

/** Sentences that a person would read, on one line each. */
function quotes(text: string): readonly string[] {
  return [...text.matchAll(/(?:^> .*\n)+/gm)].map(([quote]) => quote.replace(/^> /gm, '').replace(/\s+/g, ' ').trim());
}

/** The days on which an example tells what it says, where these are not all days. */
const days: Readonly<Record<string, readonly string[]>> = {
  expiry: ['2026-12-06', '2027-01-05'],
  'overdue-acceptance': ['2026-12-16'],
};

/** Fixes of what the examples don't show: several findings, entries that say the same, a vendor's file. */
const elsewhere: readonly string[] = [
  'Fill all 2 gaps in this file with temporary licenses',
  'Remove all 2 stale temporary licenses in this file',
  'Remove this duplicate',
  'Insert a comment with the license to ask for: widget, 2026-11-30 (24 h)',
];

/** Rules that are off are on here. */
const settings = { ...defaultSettings, severity: { overlap: 'information' } } as const;

function tell(rule: string, text: string): readonly Report[] {
  const file = readText(rule === 'ignored-line' ? 'license.lic' : 'licenses.yaml', text);
  return (days[rule] ?? ['2026-11-22']).map(day => analyze([file], settings, Date.parse(day)));
}

function findingsOf(rule: string, text: string): readonly Finding[] {
  return tell(rule, text).flatMap(({ findings }) => findings.filter(each => each.rule === rule));
}

describe('the pages of the rules', () => {
  for (const rule of rules) {
    const page = pageOf(rule);

    it(`${rule}: what, why, how to fix, how to silence, in this order`, () => {
      const headings = [...page.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading!);
      const expected = ['Why it matters', 'Example', 'How to fix', 'How to silence'];
      assert.deepEqual(
        headings.filter(heading => expected.includes(heading)),
        expected,
      );
      assert.equal(headings.at(-1), 'How to silence');
      const [, what] = /^# `[\w-]+`\n\n([\s\S]+?)\n\n## /.exec(page) ?? [];
      assert.ok(what && what.length > 20, 'does not say what it is');
      for (const heading of expected) assert.ok(section(page, heading).trim().length > 20, `${heading} says nothing`);
    });

    it(`${rule}: names its setting and its comment, which silence it`, () => {
      const silence = section(page, 'How to silence');
      const [, value] = new RegExp(`"licenseCoverage.severity": \\{ "${rule}": "(\\w+)" \\}`).exec(silence) ?? [];
      assert.ok(value && value !== defaultSeverity[rule as keyof typeof defaultSeverity], 'names no other severity');
      if (rule === 'unused-ignore') assert.match(silence, /No comment silences it/);
      else assert.ok(silence.includes(`license-coverage-ignore-file ${rule}\``), 'names no comment');
      for (const [, code] of silence.matchAll(/license-coverage-ignore-(?:line|next-line|file) ([\w-]+)/g))
        assert.equal(code, rule);
      for (const title of silence.matchAll(/\*\*Ignore ([\w-]+) (?:on this line|in this file)\*\*/g))
        assert.equal(title[1], rule);
    });

    // One entry more than can be read stands on no page.
    if (rule === 'limit') continue;

    it(`${rule}: what its example says is told there`, () => {
      const codes = fences(section(page, 'Example'));
      assert.ok(codes.length > 0, 'has no example');
      for (const code of codes) {
        const found = findingsOf(rule, code);
        assert.ok(found.length > 0, 'is not told');
        for (const [, place] of code.matchAll(/reported at (?:this |the second )?(\d{4}-\d\d-\d\d|"[^"]+"|\d\S+)/g))
          assert.ok(found.map(textAt).includes(place!.replaceAll('"', '')), `${place}: ${found.map(textAt)}`);
      }
      const messages = codes.flatMap(code => findingsOf(rule, code).map(({ message }) => message));
      for (const quote of quotes(section(page, 'Example')))
        assert.ok(messages.includes(quote), `${quote}\n${messages.join('\n')}`);
    });

    it(`${rule}: the comments that its page names silence the example`, () => {
      for (const code of fences(section(page, 'Example')))
        for (const report of tell(rule, code)) {
          const found = report.findings.filter(each => each.rule === rule);
          for (const finding of found)
            for (const { title, make } of ignoreFinding(finding, report)) {
              const after = findingsOf(rule, applyEdits(code, make()!.edits));
              assert.ok(!after.some(({ message }) => message === finding.message), title);
            }
        }
    });

    it(`${rule}: the quick fixes that its page names are offered`, () => {
      const named = [...section(page, 'How to fix').matchAll(/^- \*\*([^*…]+)\*\*/gm)].map(([, title]) => title!);
      const offered = fences(section(page, 'Example')).flatMap(code =>
        tell(rule, code).flatMap(report => report.findings.flatMap(finding => fixesFor(finding, report))),
      );
      for (const title of named.filter(each => !elsewhere.includes(each)))
        assert.ok(
          offered.some(fix => fix.title === title),
          `${title}: ${offered.map(fix => fix.title).join('\n')}`,
        );
    });

    it(`${rule}: what it says to write instead is not told`, () => {
      for (const code of fences(section(page, 'How to fix'))) {
        const whole = /^licenses:/m.test(code) ? code : fences(section(page, 'Example'))[0]! + code;
        assert.deepEqual(
          findingsOf(rule, whole).map(({ message }) => message),
          [],
        );
      }
    });
  }
});
