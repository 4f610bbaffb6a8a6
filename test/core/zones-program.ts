// Prints all that the core makes of some files, for a process of any time zone.
import { explainGap, explainTerm } from '../../src/core/explain';
import { fixesFor } from '../../src/core/fixes';
import { at, readText, reportOn, sample, timelineIn } from './read';

const stories = ['story.json', 'story.jsonc', 'story.yaml', 'story.toml'].map(name => [name, sample(name)] as const);

/** Days around every change of the clocks in 2027, in zones that change them in their own ways. */
const changes = ['America/Chicago', 'Europe/Berlin', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Santiago'].map(
  timezone => {
    const licenses = Array.from({ length: 60 }, (_, i) => {
      const day = (offset: number): string =>
        new Date(Date.UTC(2027, 0, 1 + i * 6 + offset)).toISOString().slice(0, 10);
      return { starts: day(0), expires: day(4), seats: i % 7 };
    });
    const text = JSON.stringify({
      product: timezone,
      timezone,
      expiryDay: 'uncovered',
      required: { seats: 3 },
      licenses,
    });
    return [`${timezone.replace('/', '-')}.licenses.json`, text] as const;
  },
);

console.log(Intl.DateTimeFormat().resolvedOptions().timeZone);
const patterned =
  'timezone: America/Chicago\nlicenses:\n  - { starts: 01.12.2026, expires: 14.03.2027 }\n  - { starts: 16.03.2027 }\n';

for (const [name, text] of [...stories, ...changes, ['licenses.yaml', patterned] as const]) {
  const settings = { dateFormats: ['dd.MM.yyyy'] };
  const report = reportOn(name, text, settings);
  const file = report.files[0] ?? readText(name, text, settings);
  for (const finding of report.findings) {
    const { rule, severity, span, message, subject } = finding;
    console.log(JSON.stringify({ rule, severity, span, message }));
    if (subject?.kind === 'gap') console.log(JSON.stringify(explainGap(subject.coverage, subject.gap)));
    for (const { title, make } of fixesFor(finding, report)) console.log(title, JSON.stringify(make()?.edits));
  }
  for (const coverage of report.products) {
    for (const segment of coverage.segments) console.log(segment.state, segment.from, segment.until);
    for (const term of coverage.terms) console.log(JSON.stringify(explainTerm(coverage, term, at)));
  }
  console.log(JSON.stringify(timelineIn(report, file).model, null, 1));
}
