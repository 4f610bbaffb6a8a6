// Random license files as abstract cases, by a seed, and the JSON text that says the same.

/** A date as a file says it; days count from 1970-01-01, `minute` from the day's midnight. */
export type When =
  | { readonly kind: 'day'; readonly day: number }
  /** A time on the zone's clocks. */
  | { readonly kind: 'clock'; readonly day: number; readonly minute: number }
  /** The same with the offset (minutes ahead of UTC) that makes it an instant. */
  | { readonly kind: 'instant'; readonly day: number; readonly minute: number; readonly offset: number };

export interface Entry {
  readonly id: string;
  readonly product?: string;
  readonly environment?: string;
  readonly zone?: string;
  readonly expiryDay?: 'covered' | 'uncovered';
  /** `null` is written as such; an absent field is not written. */
  readonly start?: When | null;
  readonly end?: When | 'never' | null;
  readonly kind?: string;
  readonly seats?: number | 'unlimited';
  readonly key?: string | null;
}

export interface Required {
  readonly product?: string;
  readonly environment?: string;
  readonly from?: When;
  readonly until?: When;
  readonly seats?: number | 'unlimited';
}

export interface Acceptance {
  readonly product?: string;
  readonly environment?: string;
  readonly from?: When;
  readonly until?: When;
  readonly reviewBy?: When;
}

export interface CaseFile {
  readonly name: string;
  readonly product?: string;
  readonly environment?: string;
  readonly zone?: string;
  readonly expiryDay?: 'covered' | 'uncovered';
  readonly entries: readonly Entry[];
  readonly required?: Required;
  readonly accepted: readonly Acceptance[];
}

export interface Case {
  readonly files: readonly CaseFile[];
  /** What the settings say where a file says nothing. */
  readonly timezone: string;
  readonly expiryDay?: 'covered' | 'uncovered';
  readonly expiryWarningDays: number;
  readonly joinFiles: boolean;
  /** When the report is made, in ms since 1970 UTC. */
  readonly at: number;
}

export const msPerMinute = 60_000;
export const msPerDay = 86_400_000;

interface Place {
  readonly zone: string;
  /** Offsets that its clocks have had around those days, in minutes. */
  readonly offsets: readonly number[];
  /** Days around which something happens there: mostly changes of the clocks. */
  readonly around: readonly string[];
}

const utc: Place = { zone: 'UTC', offsets: [0], around: ['2026-11-30', '2028-02-29'] };

/** Zones whose clocks never skip or repeat a midnight, in which every calendar library reads a bare date alike. */
export const plainPlaces: readonly Place[] = [
  utc,
  utc,
  utc,
  utc,
  { zone: 'America/Chicago', offsets: [-360, -300], around: ['2026-03-08', '2026-11-01', '2026-11-30'] },
  { zone: 'Europe/Berlin', offsets: [60, 120], around: ['2026-03-29', '2026-10-25'] },
  { zone: 'Asia/Kolkata', offsets: [330], around: ['2026-11-30'] },
  // The whole of 1994-12-31 was skipped there.
  { zone: 'Pacific/Kiritimati', offsets: [-600, 840], around: ['2026-12-31', '1994-12-31'] },
];

/** Besides them one that skips midnights and repeats them, and one that changes by half an hour. */
export const allPlaces: readonly Place[] = [
  ...plainPlaces,
  ...plainPlaces,
  { zone: 'America/Havana', offsets: [-300, -240], around: ['2026-03-08', '2026-11-01'] },
  { zone: 'Australia/Lord_Howe', offsets: [630, 660], around: ['2026-04-05', '2026-10-04'] },
];

/** Answers numbers from 0 up to 1; mulberry32, by Tommy Ettinger. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The choices that a case is made of. */
interface Dice {
  readonly chance: (probability: number) => boolean;
  /** From 0 up to `limit`, without it. */
  readonly below: (limit: number) => number;
  readonly pick: <T>(choices: readonly T[]) => T;
}

function diceOf(next: () => number): Dice {
  const below = (limit: number): number => Math.floor(next() * limit);
  return { chance: probability => next() < probability, below, pick: choices => choices[below(choices.length)]! };
}

/** What the dates of one case have in common. */
interface Stage {
  readonly place: Place;
  readonly other: Place;
  /** Few days, so that licenses often meet at one. */
  readonly days: readonly number[];
  /** How often a date has a time of day. */
  readonly timed: number;
  /** Whether some of those have no offset. */
  readonly clocks: boolean;
  readonly minutes: readonly number[];
  readonly products: readonly string[];
  readonly environments: readonly string[];
}

export interface CaseOptions {
  readonly places: readonly Place[];
  readonly maxFiles: 1 | 2;
  /** Whether times may stand without an offset. */
  readonly clocks: boolean;
}

const everything: CaseOptions = { places: allPlaces, maxFiles: 2, clocks: true };

/** The case of a number among those of a seed; always the same. */
export function caseOf(seed: number, index: number, options = everything): Case {
  const dice = diceOf(numbersFrom(Math.imul(seed ^ Math.imul(index, 0x9e3779b1), 0x85ebca6b) ^ index));
  const stage = stageOf(dice, options);
  const names = options.maxFiles === 2 && dice.chance(0.35) ? ['a', 'b'] : ['a'];
  const total = dice.below(9);
  const files = names.map((name, i) => {
    const count = names.length === 1 ? total : i === 0 ? Math.ceil(total / 2) : Math.floor(total / 2);
    return fileOf(dice, stage, name, count);
  });
  const expiryWarningDays = dice.pick([0, 1, 5, 30]);
  return {
    files,
    timezone: dice.chance(0.1) ? stage.other.zone : 'UTC',
    ...optional('expiryDay', dice.chance(0.1) && dice.pick(['covered', 'uncovered'] as const)),
    expiryWarningDays,
    joinFiles: !dice.chance(0.1),
    at: lookAt(dice, stage, expiryWarningDays),
  };
}

function stageOf(dice: Dice, { places, clocks }: CaseOptions): Stage {
  const place = dice.pick(places);
  const middle = Math.round(Date.parse(dice.pick(place.around)) / msPerDay);
  const anchors = Array.from({ length: 1 + dice.below(5) }, () => middle - 20 + dice.below(41));
  const names = dice.chance(0.5) ? ['Alpha'] : ['Alpha', 'Beta', 'Gamma'];
  return {
    place,
    other: dice.pick(places),
    days: dice.chance(0.4) ? [middle, ...anchors] : anchors,
    timed: dice.chance(0.3) ? dice.pick([0.2, 1]) : 0,
    clocks,
    minutes: [0, 720, 1439, dice.below(1440), dice.below(24) * 60],
    products: names.slice(0, 1 + dice.below(names.length)),
    environments: dice.chance(0.6) ? [] : ['production', 'test'].slice(0, 1 + dice.below(2)),
  };
}

function fileOf(dice: Dice, stage: Stage, name: string, count: number): CaseFile {
  const { place, products, environments } = stage;
  const product = dice.chance(0.45) && spelled(dice, dice.pick(products));
  const environment = dice.chance(0.3) && environments.length > 0 && spelled(dice, dice.pick(environments));
  return {
    name: `${name}.licenses.json`,
    ...optional('product', product),
    ...optional('environment', environment),
    ...optional('zone', (place.zone !== 'UTC' || dice.chance(0.3)) && place.zone),
    ...optional('expiryDay', dice.chance(0.5) && dice.pick(['covered', 'uncovered'] as const)),
    entries: Array.from({ length: count }, (_, i) => entryOf(dice, stage, `${name.toUpperCase()}${i + 1}`)),
    ...optional('required', dice.chance(0.45) && requiredOf(dice, stage)),
    accepted: Array.from({ length: dice.pick([0, 0, 0, 1, 1, 2, 3]) }, () => acceptanceOf(dice, stage)),
  };
}

function entryOf(dice: Dice, stage: Stage, id: string): Entry {
  const { products, environments, other } = stage;
  const [first, second] = twoDates(dice, stage, 0.96);
  const environment = environments.length > 0 && dice.chance(0.5) && spelled(dice, dice.pick(environments));
  const key = dice.pick(['none', 'none', 'none', 'real', 'real', 'placeholder'] as const);
  return {
    id,
    ...optional('product', dice.chance(0.75) && spelled(dice, dice.pick(products))),
    ...optional('environment', environment),
    ...optional('zone', dice.chance(0.04) && other.zone),
    ...optional('expiryDay', dice.chance(0.15) && dice.pick(['covered', 'uncovered'] as const)),
    ...(dice.chance(0.09) ? {} : { start: dice.chance(0.03) ? null : first }),
    ...(dice.chance(0.07) ? {} : { end: dice.chance(0.06) ? dice.pick(['never', null] as const) : second }),
    ...optional(
      'kind',
      dice.pick([false, false, 'subscription', 'subscription', 'temporary', 'Temporary', 'perpetual']),
    ),
    ...optional('seats', dice.pick([false, 0, 1, 1, 5, 5, 500, 'unlimited'] as const)),
    ...(key === 'real' && { key: dice.pick([`KEY-${id}`, `ENC[${id}]`, `\${${id}}`]) }),
    ...(key === 'placeholder' && { key: dice.pick(['', null, 'TEMPORARY-KEY', 'TBD', 'TODO ask', '<temporary key>']) }),
  };
}

function requiredOf(dice: Dice, stage: Stage): Required {
  const [from, until] = twoDates(dice, stage, 1);
  // What is no time at all, or may be none in some zone, asks for seats only.
  const isTime = !isSame(from, until);
  return {
    ...optional('product', dice.chance(0.07) && spelled(dice, dice.pick(stage.products))),
    ...optional('environment', dice.chance(0.07) && dice.pick(['production', 'test'])),
    ...optional('from', isTime && dice.chance(0.75) && from),
    ...optional('until', isTime && dice.chance(0.75) && until),
    ...optional('seats', dice.pick([false, 1, 5, 6, 10, 501, 'unlimited'] as const)),
  };
}

function acceptanceOf(dice: Dice, stage: Stage): Acceptance {
  const [from, until] = twoDates(dice, stage, 0.97);
  return {
    ...optional('product', dice.chance(0.5) && spelled(dice, dice.pick(stage.products))),
    ...optional('environment', dice.chance(0.07) && dice.pick(['production', 'test'])),
    ...optional('from', dice.chance(0.8) && from),
    ...optional('until', dice.chance(0.8) && until),
    ...optional('reviewBy', dice.chance(0.25) && dateOf(dice, stage)),
  };
}

/** A field that is only there where it says something. */
function optional<K extends string, V>(name: K, value: V | false): { readonly [key in K]?: V } {
  return value === false ? {} : ({ [name]: value } as { readonly [key in K]?: V });
}

/** Names are joined without case and without the blanks around them. */
function spelled(dice: Dice, name: string): string {
  return dice.chance(0.85) ? name : dice.pick([name.toUpperCase(), ` ${name} `]);
}

/** Two dates, in the order of time as often as `ordered` says. */
function twoDates(dice: Dice, stage: Stage, ordered: number): readonly [When, When] {
  const [a, b] = [dateOf(dice, stage), dateOf(dice, stage)];
  return roughly(a) > roughly(b) && dice.chance(ordered) ? [b, a] : [a, b];
}

/** Before any zone: right unless the two are closer than their offsets. */
function roughly(when: When): number {
  if (when.kind === 'day') return when.day * 1440;
  return when.day * 1440 + when.minute - (when.kind === 'instant' ? when.offset : 0);
}

/** Days that are the same; times of day that may turn out to be, whatever the zones. */
function isSame(a: When, b: When): boolean {
  return Math.abs(roughly(a) - roughly(b)) < 3 * 1440 && (a.kind !== 'day' || b.kind !== 'day' || a.day === b.day);
}

function dateOf(dice: Dice, { place, days, timed, minutes, clocks }: Stage): When {
  const day = dice.pick(days) + dice.pick([-1, 0, 0, 0, 1, 1, 2]);
  if (!dice.chance(timed)) return { kind: 'day', day };
  const minute = dice.pick(minutes);
  if (clocks && dice.chance(0.2)) return { kind: 'clock', day, minute };
  return { kind: 'instant', day, minute, offset: dice.pick([...place.offsets, 0]) };
}

/** Mostly right at a moment at which something may begin or end, or be warned of. */
function lookAt(dice: Dice, { place, days }: Stage, warningDays: number): number {
  const midnight = (dice.pick(days) + dice.pick([-1, 0, 1, 2])) * msPerDay - dice.pick(place.offsets) * msPerMinute;
  const early = dice.chance(0.4) ? warningDays * msPerDay : 0;
  return midnight - early + dice.pick([0, 0, 0, 1, -1, 3_600_000, -3_600_000, dice.below(msPerDay)]);
}

/** `2026-11-30`, `2026-11-30T17:00` or `2026-11-30T17:00:00-06:00`. */
export function dateText(when: When): string {
  const day = new Date(when.day * msPerDay).toISOString().slice(0, 10);
  if (when.kind === 'day') return day;
  const time = `${day}T${clockText(when.minute)}`;
  if (when.kind === 'clock') return time;
  const sign = when.offset < 0 ? '-' : '+';
  return when.offset === 0 ? `${time}Z` : `${time}:00${sign}${clockText(Math.abs(when.offset))}`;
}

function clockText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

/** The text of a file, and on which lines its entries and acceptances stand, from 1. */
export interface Rendered {
  readonly path: string;
  readonly text: string;
  /** By line: the entry's id, or the number of the acceptance as `accepted 0`. */
  readonly lines: ReadonlyMap<number, string>;
}

export function rendered(file: CaseFile): Rendered {
  const { name, product, environment, zone, expiryDay, required, accepted, entries } = file;
  const lines: string[] = ['{'];
  const places = new Map<number, string>();
  const head = { product, environment, timezone: zone, expiryDay, required: required && stretchOf(required) };
  for (const [field, value] of Object.entries(head)) {
    if (value !== undefined) lines.push(`  "${field}": ${JSON.stringify(value)},`);
  }
  const list = (field: string, items: readonly (readonly [string, object])[], end: string): void => {
    lines.push(`  "${field}": [`);
    items.forEach(([called, item], i) => {
      lines.push(`    ${JSON.stringify(item)}${i < items.length - 1 ? ',' : ''}`);
      places.set(lines.length, called);
    });
    lines.push(`  ]${end}`);
  };
  const acceptances = accepted.map((gap, i) => [`accepted ${i}`, acceptanceFields(gap)] as const);
  if (acceptances.length > 0) list('acceptedGaps', acceptances, ',');
  list(
    'licenses',
    entries.map(entry => [entry.id, entryFields(entry)]),
    '',
  );
  return { path: name, text: `${[...lines, '}'].join('\n')}\n`, lines: places };
}

function entryFields({ zone, start, end, ...rest }: Entry): object {
  return { ...rest, timezone: zone, starts: written(start), expires: written(end) };
}

function stretchOf({ from, until, ...rest }: Pick<Required, 'from' | 'until'>): object {
  return { ...rest, from: written(from), until: written(until) };
}

function acceptanceFields({ reviewBy, ...rest }: Acceptance): object {
  return { ...stretchOf(rest), reviewBy: written(reviewBy) };
}

function written(when: When | 'never' | null | undefined): string | null | undefined {
  return typeof when === 'object' && when !== null ? dateText(when) : when;
}

/** The cases that say one thing less than this one, for finding the smallest that still shows something. */
export function smaller(whole: Case): readonly Case[] {
  const withFiles = (files: readonly CaseFile[]): Case => ({ ...whole, files });
  const withFile = (index: number, file: CaseFile): Case => withFiles(replaced(whole.files, index, file));
  const lessFiles = whole.files.length < 2 ? [] : whole.files.map((_, i) => withFiles(cut(whole.files, i)));
  return [
    ...lessFiles,
    ...whole.files.flatMap((file, i) => smallerFiles(file).map(less => withFile(i, less))),
    ...without(whole, ['expiryDay']),
  ];
}

function smallerFiles(file: CaseFile): readonly CaseFile[] {
  const { entries, accepted, required } = file;
  return [
    ...entries.map((_, i) => ({ ...file, entries: cut(entries, i) })),
    ...accepted.map((_, i) => ({ ...file, accepted: cut(accepted, i) })),
    ...without(file, ['required', 'product', 'environment', 'zone', 'expiryDay']),
    ...(required ? without(required, ['product', 'environment', 'from', 'until', 'seats']) : []).map(less => ({
      ...file,
      required: less,
    })),
    ...entries.flatMap((entry, i) =>
      without(entry, ['product', 'environment', 'zone', 'expiryDay', 'kind', 'seats', 'key']).map(less => ({
        ...file,
        entries: replaced(entries, i, less),
      })),
    ),
    ...accepted.flatMap((gap, i) =>
      without(gap, ['product', 'environment', 'from', 'until', 'reviewBy']).map(less => ({
        ...file,
        accepted: replaced(accepted, i, less),
      })),
    ),
  ];
}

/** One copy for each of the fields that is there, without it. */
function without<T extends object>(whole: T, fields: readonly (keyof T)[]): readonly T[] {
  return fields.flatMap(field => {
    if (whole[field] === undefined) return [];
    const { [field]: _, ...rest } = whole;
    return [rest as T];
  });
}

function cut<T>(items: readonly T[], index: number): readonly T[] {
  return items.filter((_, i) => i !== index);
}

function replaced<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return items.map((old, i) => (i === index ? item : old));
}
