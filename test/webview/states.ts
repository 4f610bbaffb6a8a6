// Every state that the view can be in: what its host sends and what a person does to bring it there.
import type { Page } from 'playwright-core';
import { emptyTimeline } from '../../src/core/timeline';
import * as words from '../../src/core/timeline/words';
import type { Hands } from './hands';
import { at, message, picture } from './stage';

export interface State {
  readonly name: string;
  /** Made anew each time, since messages are numbered; `undefined`: nothing has come yet. */
  readonly message: () => unknown;
  /** What a person does then. */
  readonly after?: (hands: Hands, page: Page) => Promise<void>;
}

/** A product for each kind of item, and one with many narrow bars. */
export const allKinds = `product: CrashPlan
expiryDay: uncovered
environment: production
licenses:
  - { id: LIC-0, starts: 2023-01-01, expires: 2024-06-01 }
  - { id: LIC-1, starts: 2024-09-01, expires: 2026-12-10 }
  - { id: LIC-2, starts: 2027-02-01, expires: 2028-01-31 }
---
product: Unstated
licenses:
  - { id: U-1, starts: 2026-01-01, expires: 2026-12-31 }
  - { id: U-2, starts: 2027-01-01, expires: never }
---
product: Waiting
expiryDay: covered
licenses:
  - { id: W-1, starts: 2026-01-01, expires: 2026-12-31 }
  - { id: W-2, starts: 2027-01-01, expires: 2027-12-31, key: TODO }
  - { id: W-3, starts: 2027-03-01, expires: 2026-11-01 }
---
product: Accepted
expiryDay: covered
acceptedGaps:
  - { product: Accepted }
licenses:
  - { id: A-1, starts: 2026-01-01, expires: 2026-12-31 }
  - { id: A-2, starts: 2027-05-01, expires: 2027-12-31 }
---
product: Short of seats
expiryDay: covered
required: { product: Short of seats, seats: 10 }
licenses:
  - { id: S-1, starts: 2026-01-01, expires: 2027-12-31, seats: 4 }
  - { id: S-2, starts: 2026-06-01, expires: 2026-12-10, seats: 20 }
  - { id: S-3, starts: 2026-08-01, expires: 2026-12-05, seats: 3 }
---
product: Ending
expiryDay: covered
licenses:
  - { id: E-1, starts: 2026-01-01, expires: 2026-12-10 }
---
product: Narrow
expiryDay: covered
licenses:
${Array.from(
  { length: 40 },
  (_, i) =>
    `  - { id: N-${i}, starts: 2025-0${1 + Math.floor(i / 12)}-${String(1 + (i % 12) * 2).padStart(2, '0')}, expires: 2025-0${1 + Math.floor(i / 12)}-${String(2 + (i % 12) * 2).padStart(2, '0')} }\n`,
).join('')}`;

const thousands = (): unknown =>
  picture(
    `licenses:\n${Array.from(
      { length: 6_000 },
      (_, i) => `  - { product: P${i}, expiryDay: covered, id: L${i}, starts: 2026-01-01, expires: 2026-12-31 }\n`,
    ).join('')}`,
  );

const withProblems = (count: number): unknown => {
  const { model } = picture(allKinds);
  const problems = Array.from({ length: count }, (_, i) => ({
    text: `line ${12 + i}: a value is missing after “expires” in this entry of the list`,
    id: model.labels.length + i,
  }));
  return message({ ...model, problems }, true);
};

export const states: readonly State[] = [
  { name: 'loading', message: () => undefined, after: (_, page) => page.locator('#loading').waitFor() },
  { name: 'every kind of item', message: () => picture(allKinds), after: hands => hands.press('g') },
  {
    name: 'zoomed in',
    message: () => picture(allKinds),
    after: hands => hands.press('g', '+', '+', '+', '+', '+'),
  },
  {
    name: 'no gap',
    message: () =>
      picture('licenses:\n  - { product: P, expiryDay: covered, starts: 2026-01-01, expires: 2026-12-31 }\n'),
  },
  { name: 'no license', message: () => picture('licenses: []\n') },
  { name: 'no file', message: () => message(emptyTimeline(at).model) },
  {
    name: 'too many',
    message: () =>
      message({
        ...picture('licenses: []\n').model,
        state: 'too-many',
        figures: [{ text: words.tooMany(300_000, 200_000), leadsTo: null }],
      }),
  },
  { name: 'the last good picture with five problems', message: () => withProblems(5) },
  {
    name: 'records skipped',
    message: () => picture(`${allKinds}  - { id: X, starts: 2026-02-30, expires: 2026-12-01 }\n`),
  },
  {
    name: 'filtered to nothing',
    message: () => picture(allKinds),
    after: hands => hands.press('/', 'z', 'z'),
  },
  { name: 'a table', message: () => picture(allKinds), after: hands => hands.press('v', 'g') },
  { name: 'the list of keys', message: () => picture(allKinds), after: hands => hands.press('?') },
  {
    name: 'the card',
    message: () => picture(allKinds),
    after: async (_, page) => {
      if (await page.locator('#table').isVisible()) return;
      const bar = (await page.locator('.item.term .shape').first().boundingBox())!;
      await page.mouse.move(bar.x + bar.width / 2, bar.y + bar.height / 2);
      await page.locator('#card').waitFor();
    },
  },
  { name: 'thousands of products', message: thousands },
  { name: 'thousands of products as a table', message: thousands, after: hands => hands.press('v') },
];

/** Brings a page that has just been opened into a state. */
export async function bringInto({ message: make, after }: State, hands: Hands, page: Page): Promise<void> {
  const sent = make();
  if (sent !== undefined) await hands.show(sent);
  await after?.(hands, page);
}
