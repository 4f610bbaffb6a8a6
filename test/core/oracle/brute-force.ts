// The coverage of a case by asking the definitions at single moments: no sweep, no sorted intervals, nothing of the engine.
import { type Acceptance, type Case, type CaseFile, type Entry, msPerDay, msPerMinute, type When } from './cases';

/** Instants as ISO texts in UTC, `null` for no bound; the lists in the order of time. */
export interface Answer {
  readonly products: Readonly<Record<string, ProductAnswer>>;
  /** `rule severity subject`, sorted. */
  readonly findings: readonly string[];
}

export interface ProductAnswer {
  /** `id state from until seats`, sorted. */
  readonly terms: readonly string[];
  /** `state from until hours`. */
  readonly gaps: readonly string[];
  /** `from until seats`. */
  readonly seats: readonly string[];
  /** `from until seats of required`. */
  readonly shortfalls: readonly string[];
}

/** One license as its entry means it. It covers `[from, sure)`, and possibly `[sure, possible)` as well. */
interface License {
  readonly id: string;
  readonly from: number;
  readonly sure: number;
  readonly possible: number;
  readonly isPending: boolean;
  readonly isTemporary: boolean;
  /** `undefined`: not said. */
  readonly seats: number | undefined;
}

/** A stretch of time that a file asks for or accepts; absent bounds are infinite. */
interface Claim {
  readonly file: number;
  readonly environment: string | undefined;
  readonly product: string | undefined;
  readonly from: number;
  readonly until: number;
}

interface Need extends Claim {
  readonly seats: number | undefined;
}

interface Accepted extends Claim {
  /** `a.licenses.json accepted 0`. */
  readonly called: string;
  readonly reviewedUntil: number | undefined;
}

/** A product in one environment with all that is said of it. */
interface Product {
  readonly key: string;
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** The files that have its licenses, or that ask for it though there is none. */
  readonly files: Set<number>;
  readonly licenses: License[];
}

type State = 'outside' | 'covered' | 'pending' | 'accepted' | 'possible' | 'open';

/** What holds at a moment. */
interface Moment {
  readonly state: State;
  /** The license whose key is waited for. */
  readonly waits: string | undefined;
  readonly seats: number | undefined;
  readonly required: number | undefined;
}

interface Stretch extends Moment {
  readonly from: number;
  readonly until: number;
}

export function bruteForce(whole: Case): Answer {
  const needs = whole.files.flatMap((file, i) => needOf(whole, file, i) ?? []);
  const accepted = whole.files.flatMap((file, i) => acceptedOf(whole, file, i));
  const products = productsOf(whole, needs);
  const findings: string[] = [];
  const answers: Record<string, ProductAnswer> = {};
  const used = new Set<Accepted>();
  for (const product of products) {
    const own = accepted.filter(gap => holdsFor(gap, product, whole));
    const asked = needs.filter(need => holdsFor(need, product, whole));
    const life = stretchesOf(product, asked, own);
    for (const gap of own) if (isUsed(gap, own, product, life)) used.add(gap);
    const gaps = gapsOf(life);
    const shortfalls = runs(life, ({ seats, required }) => `${seats} ${required}`).filter(isShort);
    findings.push(
      ...gaps.flatMap(gap => gapFinding(gap, whole.at)),
      ...shortfalls.map(({ until }) => `shortfall ${until <= whole.at ? 'hint' : 'warning'} ${product.key}`),
      ...expiryOf(product, own, whole),
      ...staleOf(product, asked).map(({ id }) => `stale-temporary hint ${id}`),
    );
    answers[product.key] = {
      terms: product.licenses.map(termText).sort(),
      // Told by what waits, counted by state alone.
      gaps: runs(gaps, () => '').map(
        ({ state, from, until }) => `${state} ${iso(from)} ${iso(until)} ${hours(from, until)}`,
      ),
      seats: seatRuns(life).map(({ from, until, seats }) => `${iso(from)} ${iso(until)} ${seatText(seats)}`),
      shortfalls: shortfalls.map(
        ({ from, until, seats, required }) => `${iso(from)} ${iso(until)} ${seatText(seats)} of ${seatText(required)}`,
      ),
    };
  }
  findings.push(...accepted.flatMap(gap => acceptanceFindings(gap, used.has(gap), whole.at)));
  return { products: answers, findings: findings.sort() };
}

function licenseOf(whole: Case, file: CaseFile, entry: Entry): License | undefined {
  const { id, start, end, seats, key } = entry;
  const kind = entry.kind?.toLowerCase();
  const zone = entry.zone ?? file.zone ?? whole.timezone;
  const rule = entry.expiryDay ?? file.expiryDay ?? whole.expiryDay;
  // Neither date and not perpetual: nobody can have meant all time.
  if ((start ?? undefined) === undefined && (end ?? undefined) === undefined && kind !== 'perpetual') return undefined;
  const from = start ? instantOf(start, zone) : Number.NEGATIVE_INFINITY;
  const [surely, possibly] = endsOf(end, zone, rule);
  if (possibly <= from) return undefined;
  return {
    id,
    from,
    // On its expiry day a license that begins in the middle of it has not run before.
    sure: Math.max(surely, from),
    possible: possibly,
    isPending: key !== undefined && isPlaceholder(key),
    isTemporary: kind === 'temporary',
    seats: seats === 'unlimited' ? Number.POSITIVE_INFINITY : seats,
  };
}

/** Until when a license runs for sure, and until when at most. */
function endsOf(end: Entry['end'], zone: string, rule: Entry['expiryDay']): readonly [number, number] {
  if (end === undefined || end === null || end === 'never') return [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  if (end.kind !== 'day') return [instantOf(end, zone), instantOf(end, zone)];
  const [begins, ends] = [instantOf(end, zone), instantOf({ ...end, day: end.day + 1 }, zone)];
  return [rule === 'covered' ? ends : begins, rule === 'uncovered' ? begins : ends];
}

function isPlaceholder(key: string | null): boolean {
  return key === null || ['', 'TEMPORARY-KEY', 'TBD'].includes(key) || key.startsWith('TODO') || key.startsWith('<');
}

function needOf(whole: Case, file: CaseFile, index: number): Need | undefined {
  const { required } = file;
  if (!required) return undefined;
  const { environment, seats } = required;
  const bounds = boundsOf(required, file.zone ?? whole.timezone);
  // Bounds between which there is no time (a day that a zone has skipped) are told as such and ask for nothing.
  if (bounds.from >= bounds.until) return undefined;
  return {
    file: index,
    environment: nameOf(environment ?? file.environment),
    product: nameOf(required.product ?? file.product),
    ...bounds,
    seats: seats === 'unlimited' ? Number.POSITIVE_INFINITY : seats,
  };
}

function acceptedOf(whole: Case, file: CaseFile, index: number): readonly Accepted[] {
  const zone = file.zone ?? whole.timezone;
  return file.accepted.flatMap((gap, i) => {
    const bounds = boundsOf(gap, zone);
    // What ends before it begins is told as such and accepts nothing.
    if (bounds.from >= bounds.until) return [];
    const environment = nameOf(gap.environment ?? file.environment);
    const called = `${file.name} accepted ${i}`;
    return [
      { file: index, environment, product: nameOf(gap.product), ...bounds, called, reviewedUntil: review(gap, zone) },
    ];
  });
}

function boundsOf({ from, until }: Pick<Acceptance, 'from' | 'until'>, zone: string): { from: number; until: number } {
  return {
    from: from ? instantOf(from, zone) : Number.NEGATIVE_INFINITY,
    until: until ? instantOf(until, zone) : Number.POSITIVE_INFINITY,
  };
}

/** The whole day of a review is good for it. */
function review({ reviewBy }: Acceptance, zone: string): number | undefined {
  if (!reviewBy) return undefined;
  return instantOf(reviewBy.kind === 'day' ? { ...reviewBy, day: reviewBy.day + 1 } : reviewBy, zone);
}

function nameOf(name: string | undefined): string | undefined {
  return name?.trim().toLowerCase();
}

function productsOf(whole: Case, needs: readonly Need[]): readonly Product[] {
  const products: Product[] = [];
  const productFor = (environment: string | undefined, product: string | undefined, file: number): Product => {
    // What has no name is of its file alone, and so is everything where files are kept apart.
    const isOfFile = product === undefined || !whole.joinFiles;
    const key = `${environment ?? '-'}/${product ?? '-'}${isOfFile ? ` in ${whole.files[file]!.name}` : ''}`;
    const known = products.find(other => other.key === key);
    if (known) return known;
    const made: Product = { key, environment, product, files: new Set(), licenses: [] };
    products.push(made);
    return made;
  };
  whole.files.forEach((file, index) => {
    for (const entry of file.entries) {
      const license = licenseOf(whole, file, entry);
      if (!license) continue;
      const environment = nameOf(entry.environment ?? file.environment);
      const product = productFor(environment, nameOf(entry.product ?? file.product), index);
      product.files.add(index);
      product.licenses.push(license);
    }
  });
  // One that names no environment is content with any, and so comes last.
  for (const need of [...needs].sort((a, b) => Number(!a.environment) - Number(!b.environment))) {
    const { environment, file, from, until } = need;
    // Without both bounds it asks for no more time than there are licenses.
    if (!Number.isFinite(from) || !Number.isFinite(until)) continue;
    // A need that names no product is of each that its file has.
    const own = new Set(products.flatMap(({ files, product }) => (files.has(file) ? [product] : [])));
    const names = need.product !== undefined ? [need.product] : own.size > 0 ? [...own] : [undefined];
    for (const product of names) {
      const isMet = products.some(
        other =>
          other.product === product &&
          (environment === undefined || environment === other.environment) &&
          ((product !== undefined && whole.joinFiles) || other.files.has(file)),
      );
      if (!isMet) productFor(environment, product, file).files.add(file);
    }
  }
  return products;
}

/** A claim is of the product that it names, or of all that its file has; of one environment, or of any where none is said. */
function holdsFor(claim: Claim, { environment, product, files }: Product, { joinFiles }: Case): boolean {
  if (claim.environment !== undefined && claim.environment !== environment) return false;
  if (claim.product !== undefined && claim.product !== product) return false;
  return (claim.product !== undefined && joinFiles) || files.has(claim.file);
}

function runsAt({ from, sure }: License, at: number): boolean {
  return from <= at && at < sure;
}

function holdsAt({ from, until }: Pick<Claim, 'from' | 'until'>, at: number): boolean {
  return from <= at && at < until;
}

/** The definitions, at one moment. */
function momentOf(
  licenses: readonly License[],
  needs: readonly Need[],
  accepted: readonly Accepted[],
  at: number,
): Moment {
  if (!isNeeded(licenses, needs, at))
    return { state: 'outside', waits: undefined, seats: undefined, required: undefined };
  const running = licenses.filter(license => runsAt(license, at));
  const active = running.filter(({ isPending }) => !isPending);
  if (active.length > 0) {
    const asked = needs.flatMap(need => (need.seats !== undefined && holdsAt(need, at) ? [need.seats] : []));
    const required = asked.length > 0 ? Math.max(...asked) : undefined;
    return { state: 'covered', waits: undefined, seats: seatsOf(active), required };
  }
  const none = { waits: undefined, seats: 0, required: undefined };
  if (running.length > 0) return { ...none, state: 'pending', waits: firstOf(running).id };
  if (accepted.some(gap => holdsAt(gap, at))) return { ...none, state: 'accepted' };
  const mayRun = licenses.some(({ sure, possible }) => sure <= at && at < possible);
  return { ...none, state: mayRun ? 'possible' : 'open' };
}

/** Between the first license and the last, or in what is required; a bound that is not named there is that of the licenses. */
function isNeeded(licenses: readonly License[], needs: readonly Need[], at: number): boolean {
  const begun = licenses.some(({ from }) => from <= at);
  const lasts = licenses.some(({ sure }) => at < sure);
  if (begun && lasts) return true;
  return needs.some(
    ({ from, until }) => (Number.isFinite(from) ? from <= at : begun) && (Number.isFinite(until) ? at < until : lasts),
  );
}

function seatsOf(active: readonly License[]): number | undefined {
  if (active.some(({ seats }) => seats === Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
  if (active.some(({ seats }) => seats === undefined)) return undefined;
  return active.reduce((sum, { seats }) => sum + seats!, 0);
}

/** By beginning, then end, then place in the files. */
function firstOf(licenses: readonly License[]): License {
  return licenses.reduce((a, b) => (isBefore(b, a) ? b : a));
}

function isBefore(a: License, b: License): boolean {
  return a.from < b.from || (a.from === b.from && a.sure < b.sure);
}

/** The product's life, one stretch for each pair of neighboring moments at which anything at all begins or ends. */
function stretchesOf(product: Product, needs: readonly Need[], accepted: readonly Accepted[]): readonly Stretch[] {
  const bounds = instantsOf([
    ...product.licenses.flatMap(({ from, sure, possible }) => [from, sure, possible]),
    ...boundsOfAll([...needs, ...accepted]),
  ]);
  return [Number.NEGATIVE_INFINITY, ...bounds].flatMap((from, i): readonly Stretch[] => {
    const until = bounds[i] ?? Number.POSITIVE_INFINITY;
    const [first, ...others] = momentsIn(from, until).map(at => momentOf(product.licenses, needs, accepted, at));
    // Nothing begins or ends within, so that all its moments are alike; if not, it is the oracle that is wrong.
    for (const other of others)
      if (!isAlike(first!, other)) throw new Error(`${product.key} changes after ${iso(from)}`);
    return first!.state === 'outside' ? [] : [{ from, until, ...first! }];
  });
}

function isAlike(a: Moment, b: Moment): boolean {
  return a.state === b.state && a.waits === b.waits && a.seats === b.seats && a.required === b.required;
}

/** The finite ones, each once. */
function instantsOf(bounds: readonly number[]): readonly number[] {
  return [...new Set(bounds.filter(Number.isFinite))].sort((a, b) => a - b);
}

function boundsOfAll(claims: readonly Claim[]): readonly number[] {
  return claims.flatMap(({ from, until }) => [from, until]);
}

/** A moment of each stretch between neighboring bounds, and of those before the first and after the last. */
function samplesOf(bounds: readonly number[]): readonly number[] {
  const instants = instantsOf(bounds);
  return instants.length === 0 ? [0] : [instants[0]! - 1, ...instants];
}

/** Its first and last millisecond and one between them; where it has no bound, moments a day away. */
function momentsIn(from: number, until: number): readonly number[] {
  if (from === Number.NEGATIVE_INFINITY)
    return until === Number.POSITIVE_INFINITY ? [0] : [until - msPerDay, until - 1];
  if (until === Number.POSITIVE_INFINITY) return [from, from + msPerDay];
  return [from, Math.floor((from + until) / 2), until - 1];
}

/** Makes one of neighbors that are alike; a need or an acceptance that changes nothing cuts nothing. */
function runs(stretches: readonly Stretch[], alike: (stretch: Stretch) => string): readonly Stretch[] {
  const made: Stretch[] = [];
  for (const stretch of stretches) {
    const last = made.at(-1);
    const isMore = last?.until === stretch.from && last.state === stretch.state && alike(last) === alike(stretch);
    if (isMore) made[made.length - 1] = { ...last, until: stretch.until };
    else made.push(stretch);
  }
  return made;
}

/** What is not covered. Of a possible last day and a hole that opens right after it only the hole is told. */
function gapsOf(life: readonly Stretch[]): readonly Stretch[] {
  const gaps = runs(life, ({ waits }) => waits ?? '').filter(({ state }) => state !== 'covered');
  const isTold = ({ state, until }: Stretch): boolean =>
    state === 'possible' && gaps.some(next => next.state === 'open' && next.from === until);
  return gaps.filter(gap => !isTold(gap));
}

/** Seats in the whole life; whether a stretch without seats is covered makes no difference. */
function seatRuns(life: readonly Stretch[]): readonly Stretch[] {
  return runs(
    life.map(stretch => ({ ...stretch, state: 'covered', required: undefined })),
    ({ seats }) => seatText(seats),
  );
}

function isShort({ state, seats, required }: Stretch): boolean {
  return state === 'covered' && seats !== undefined && required !== undefined && seats < required;
}

/** A gap that is accepted is told by none. */
function gapFinding({ state, until, waits }: Stretch, at: number): readonly string[] {
  const isOver = until <= at;
  if (state === 'open') return [`gap ${isOver ? 'hint' : 'error'}`];
  if (state === 'possible') return [`possible-gap ${isOver ? 'hint' : 'warning'}`];
  if (state === 'pending') return [`pending-key ${isOver ? 'hint' : 'warning'} ${waits}`];
  return [];
}

/** The end of the last stretch, unless the files accept that it ends so: then once no acceptance holds any more. */
function expiryOf({ licenses, key }: Product, accepted: readonly Accepted[], whole: Case): readonly string[] {
  const { at, expiryWarningDays } = whole;
  const [surely, possibly] = endOf(licenses);
  if (!Number.isFinite(possibly) || at < surely - expiryWarningDays * msPerDay) return [];
  const reached = reachedFrom(possibly, accepted);
  if (reached > possibly && reached > at) return [];
  return [`expiry ${at < possibly ? 'warning' : 'error'} ${key}`];
}

/** Until when acceptances hold one after another from an instant on. */
function reachedFrom(instant: number, accepted: readonly Accepted[]): number {
  const next = accepted.find(({ from, until }) => from <= instant && until > instant);
  return next ? reachedFrom(next.until, accepted) : instant;
}

/** When a product's coverage ends, for sure and at most. */
function endOf(licenses: readonly License[]): readonly [number, number] {
  return [Math.max(...licenses.map(({ sure }) => sure)), Math.max(...licenses.map(({ possible }) => possible))];
}

/** Whether there is a hole where an acceptance holds; after the end of a product that ends there is one as well. */
function isUsed(gap: Accepted, own: readonly Accepted[], { licenses }: Product, life: readonly Stretch[]): boolean {
  if (life.some(({ state, from, until }) => state !== 'covered' && from < gap.until && gap.from < until)) return true;
  const [surely, possibly] = endOf(licenses);
  if (!Number.isFinite(possibly)) return false;
  const reached = reachedFrom(possibly, own);
  return (gap.from <= possibly && gap.until > surely) || (gap.from < reached && gap.until > possibly);
}

function acceptanceFindings(
  { called, until, reviewedUntil }: Accepted,
  isUsed: boolean,
  at: number,
): readonly string[] {
  const severity = until <= at ? 'hint' : 'warning';
  const isOverdue = reviewedUntil !== undefined && reviewedUntil <= at;
  return [
    ...(isUsed ? [] : [`unused-acceptance ${severity} ${called}`]),
    ...(isOverdue ? [`overdue-acceptance ${severity} ${called}`] : []),
  ];
}

/**
 * The temporary licenses that may all go at once without a loss: whichever way the expiry day is read nothing is uncovered, and
 * without all of those there are seats enough in a license's time.
 */
function staleOf({ licenses }: Product, needs: readonly Need[]): readonly License[] {
  const byReading = readings.map(end => idleOf(licenses, end));
  const idle = licenses.filter(license => byReading.every(stale => stale.has(license)));
  if (idle.length === 0) return [];
  const others = licenses.filter(license => !idle.includes(license));
  for (const end of readings) checkLossless(licenses, others, end);
  const moments = samplesOf([...licenses.flatMap(({ from, sure }) => [from, sure]), ...boundsOfAll(needs)]);
  const short = moments.filter(at => {
    const { state, seats, required } = momentOf(others, needs, [], at);
    return state === 'covered' && seats !== undefined && required !== undefined && seats < required;
  });
  return idle.filter(license => !short.some(at => runsAt(license, at)));
}

/** When a license ends, by one way to read its expiry day. */
type Reading = (license: License) => number;

const readings: readonly Reading[] = [({ sure }) => sure, ({ possible }) => possible];

/** What was in force at a moment still is without the others, and what at least waited for its key as well. */
function checkLossless(licenses: readonly License[], others: readonly License[], end: Reading): void {
  for (const at of samplesOf(licenses.flatMap(license => [license.from, end(license)]))) {
    const runs = (license: License): boolean => license.from <= at && at < end(license);
    const isActive = (license: License): boolean => runs(license) && !license.isPending;
    const isLost = (does: typeof runs): boolean => licenses.some(does) && !others.some(does);
    if (isLost(runs) || isLost(isActive)) throw new Error(`without what is stale something is lost at ${iso(at)}`);
  }
}

/**
 * By one reading: each license by itself, the first first, stays if at some moment of its time nothing covers that stays anyway.
 * All that are in force come before those that wait for a key, so that these take nothing's place.
 */
function idleOf(licenses: readonly License[], end: Reading): ReadonlySet<License> {
  const staying = licenses.filter(({ isPending, isTemporary }) => !isPending && !isTemporary);
  const moments = samplesOf(licenses.flatMap(license => [license.from, end(license)]));
  const covers = (license: License, at: number): boolean => license.from <= at && at < end(license);
  const idle = new Set<License>();
  for (const isPending of [false, true]) {
    const left = new Set(licenses.filter(license => license.isTemporary && license.isPending === isPending));
    while (left.size > 0) {
      const license = firstOf([...left]);
      left.delete(license);
      const isNeeded = moments.some(at => covers(license, at) && !staying.some(other => covers(other, at)));
      if (isNeeded) staying.push(license);
      else idle.add(license);
    }
  }
  return idle;
}

function termText({ id, isPending, from, sure, seats }: License): string {
  return `${id} ${isPending ? 'pending' : 'active'} ${iso(from)} ${iso(sure)} ${seatText(seats)}`;
}

function seatText(seats: number | undefined): string {
  return seats === Number.POSITIVE_INFINITY ? 'unlimited' : String(seats ?? null);
}

function hours(from: number, until: number): string {
  return Number.isFinite(until - from) ? `${(until - from) / (60 * msPerMinute)} h` : 'null';
}

export function iso(instant: number): string {
  return Number.isFinite(instant) ? new Date(instant).toISOString() : 'null';
}

const clocks = new Map<string, Intl.DateTimeFormat>();
const instants = new Map<string, number>();

/** The first instant at which the zone's clocks show a date's time or a later one. */
export function instantOf(when: When, zone: string): number {
  const shown = when.day * msPerDay + (when.kind === 'day' ? 0 : when.minute * msPerMinute);
  if (when.kind === 'instant') return shown - when.offset * msPerMinute;
  const key = `${zone} ${shown}`;
  const known = instants.get(key) ?? firstShowing(shown, zone);
  instants.set(key, known);
  return known;
}

/** Clocks are within 16 hours of UTC, so that only the offsets of the hours around count. */
function firstShowing(wanted: number, zone: string): number {
  const offsets = Array.from({ length: 55 }, (_, i) => wanted + (i - 27) * 60 * msPerMinute).map(
    at => clockAt(at, zone) - at,
  );
  const latest = wanted - Math.min(...offsets);
  for (let at = wanted - Math.max(...offsets); at < latest; at += msPerMinute) {
    if (clockAt(at, zone) >= wanted) return at;
  }
  return latest;
}

/** What the clocks show at a whole minute, as if they were in UTC. */
function clockAt(instant: number, zone: string): number {
  const clock = clocks.get(zone) ?? clockOf(zone);
  clocks.set(zone, clock);
  const parts = clock.format(instant).match(/\d+/g)!.map(Number);
  const [month, day, year, hour, minute] = parts as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute);
}

function clockOf(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
}
