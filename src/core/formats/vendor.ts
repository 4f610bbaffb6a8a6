// What the readers of vendors' files share: how a format is told by its content, and how its licenses become terms.
import { type Day, msPerDay } from '../calendar';
import { vendorRule, type ZonedRule } from '../day-rules';
import type { CommentStyle, Format } from '../formats';
import { ignoresIn } from '../ignores';
import { maxFileSize, maxRecords } from '../limits';
import { getOrAdd } from '../maps';
import type {
  BrokenEntry,
  Entry,
  FieldName,
  Fields,
  Home,
  Instant,
  LicenseDocument,
  LicenseFile,
  Pool,
  Problem,
  SourceFile,
  Term,
} from '../model';
import type { Profile } from '../profiles';
import { defaultSettings, type Settings } from '../settings';
import type { Steps } from '../steps';
import { withLineFeeds } from '../text';
import type { ListNode, MapNode, Pair, Span } from '../tree';
import * as words from '../words';
import * as vendorWords from '../words/vendor-files';
import * as writtenWords from '../words/written';
import { noFields, vocabularyOf } from './fields';
import { FieldsOnDemand } from './fields-on-demand';
import { scalar } from './nodes';

/** One vendor's format: how to tell it, and how to read it. */
export interface VendorFormat {
  /** As it is called in reports: `flexnet`. */
  readonly name: string;
  readonly profile: Profile;
  readonly comment?: CommentStyle;
  /** Whether a text is of this format. By what it holds alone: four vendors share one file name ending. */
  claims(text: string): boolean;
  /** Adds the licenses of a text, and what is wrong in it. A reader of long files stops now and then. */
  read(reading: VendorReading): Steps<void> | void;
}

/** Which licenses can stand for each other, as written: see {@link Pool}. */
export interface PoolNames {
  readonly product: string | undefined;
  readonly vendor?: string | undefined;
  readonly version?: string | undefined;
  readonly host?: string | undefined;
}

/** A pool and the rule for its expiry days. */
export interface RuledPool extends ZonedRule {
  readonly pool: Pool;
}

/** What has been read of a vendor's file so far. */
export class VendorReading {
  /** That of the file, but carriage returns that end lines alone are line feeds. */
  readonly text: string;
  readonly document: LicenseDocument;
  readonly terms: Term[] = [];
  readonly problems: Problem[] = [];
  readonly broken: BrokenEntry[] = [];
  readonly #settings: Settings;
  readonly #profile: Profile;
  readonly #rule: ZonedRule;
  readonly #pools = new Map<string, RuledPool>();

  constructor(source: SourceFile, format: VendorFormat, settings: Settings) {
    const { name, profile } = format;
    this.text = withLineFeeds(source.text);
    this.#settings = settings;
    this.#profile = profile;
    this.#rule = vendorRule(profile, undefined, undefined, settings);
    this.document = {
      file: source,
      format: name,
      home: { format: name, folder: source.path.slice(0, Math.max(source.path.lastIndexOf('/'), 0)) },
      root: nothingNative,
      fields: noFields,
      list: undefined,
      rule: this.#rule.rule,
      vocabulary: vocabularyOf(settings.fields),
      dateFormats: [],
      entries: [],
      required: undefined,
      acceptedGaps: [],
    };
  }

  /** The pool of some names, without regard to case: one object each. */
  pool(names: PoolNames): RuledPool {
    const { product, vendor, version, host } = names;
    const key = [product, vendor, version, host].map(name => name?.toLowerCase() ?? '\n').join('\n\n');
    return getOrAdd(this.#pools, key, () => ({
      pool: { product, vendor, version, host },
      ...this.#ruleOf(product, vendor),
    }));
  }

  /** Without any setting of the user's own, one rule holds for all. */
  #ruleOf(product: string | undefined, vendor: string | undefined): ZonedRule {
    const settings = this.#settings;
    return settings.profiles === defaultSettings.profiles
      ? this.#rule
      : vendorRule(this.#profile, product, vendor, settings);
  }

  /**
   * Adds a license that runs from the beginning of `first` to its expiry day `last`; no beginning is `-Infinity`, no end `Infinity`.
   * `undefined`: it covers nothing, which is reported.
   */
  addDays(pool: RuledPool, entry: Entry, first: Day, last: Day, seats: number | undefined): Term | undefined {
    const { zone, rule } = pool;
    const from = first === Number.NEGATIVE_INFINITY ? first : zone.instantOf(first * msPerDay);
    if (last === Number.POSITIVE_INFINITY) return this.#add(pool, entry, from, last, undefined, seats);
    const begins = zone.instantOf(last * msPerDay);
    const ends = rule.expiryDay === 'uncovered' ? begins : zone.instantOf((last + 1) * msPerDay);
    if (rule.expiryDay === 'unstated') return this.#add(pool, entry, from, Math.max(from, begins), ends, seats);
    return this.#add(pool, entry, from, ends, undefined, seats);
  }

  /** The same for a license whose ends are instants; it covers neither of them more than `[from, until)`. */
  addInstants(
    pool: RuledPool,
    entry: Entry,
    from: Instant,
    until: Instant,
    seats: number | undefined,
  ): Term | undefined {
    return this.#add(pool, entry, from, until, undefined, seats);
  }

  /** An entry that gives no term, though it should. */
  fail(problem: Problem, product: string | undefined): void {
    this.problems.push(problem);
    this.broken.push({ environment: undefined, product, unreadable: product === undefined });
  }

  #add(
    { pool, rule }: RuledPool,
    entry: Entry,
    from: Instant,
    until: Instant,
    possibleUntil: Instant | undefined,
    seats: number | undefined,
  ): Term | undefined {
    if ((possibleUntil ?? until) <= from) {
      this.fail(this.#reversed(pool, entry, rule), pool.product);
      return undefined;
    }
    const { file } = this.document;
    const term: Term = {
      entry,
      file,
      environment: undefined,
      product: pool.product,
      pool,
      id: undefined,
      kind: undefined,
      seats,
      state: 'active',
      from,
      until,
      possibleUntil,
      rule,
    };
    this.terms.push(term);
    return term;
  }

  #reversed({ product }: Pool, { fields, node }: Entry, rule: Term['rule']): Problem {
    const name = words.licenseName(undefined, product, true);
    const [starts, expires] = [textAt(fields.starts), textAt(fields.expires)];
    const message =
      starts === undefined || expires === undefined || starts === expires
        ? writtenWords.emptyTerm(name, rule)
        : writtenWords.reversedTerm(name, starts, expires, undefined, rule.zone);
    const { start, end } = fields.expires?.value ?? node;
    return { rule: 'reversed-term', span: { start, end }, message };
  }
}

function textAt(pair: Pair | undefined): string | undefined {
  return pair?.value.kind === 'scalar' ? pair.value.text : undefined;
}

/** The tree of a file that has none in our sense. */
const nothingNative: ListNode = { kind: 'list', style: 'block', start: 0, end: 0, items: [] };

/** A field as its reader found it: the place of its value, and the name it is known by there. */
export interface VendorField extends Span {
  readonly field: FieldName;
  /** Absent: the text at its place. */
  readonly text?: string;
}

/** The place where an entry's name stands, and its fields. */
export interface Described {
  readonly head: Span;
  readonly fields: readonly VendorField[];
}

/**
 * A license in a vendor's file. Its fields are found when someone asks for them: of the hundred thousand in a file hardly any is looked
 * at. It is its own node, to keep it small.
 */
export class VendorEntry implements Entry, MapNode {
  readonly document: LicenseDocument;
  readonly start: number;
  readonly end: number;
  // Not hidden by `#`, which takes a fifth longer to make.
  private readonly describe: (entry: Span) => Described;
  private known: Fields | undefined;

  constructor(document: LicenseDocument, { start, end }: Span, describe: (entry: Span) => Described) {
    this.document = document;
    this.start = start;
    this.end = end;
    this.describe = describe;
  }

  get kind(): 'map' {
    return 'map';
  }

  get style(): 'block' {
    return 'block';
  }

  get node(): MapNode {
    return this;
  }

  get fields(): Fields {
    this.known ??= new VendorFields(this.document.file.text, this.describe(this).fields);
    return this.known;
  }

  /** Its head as the key of all: where a finding about the whole license is placed. */
  get pairs(): readonly Pair[] {
    const { start, end } = this.describe(this).head;
    const key = scalar(start, end, 'string', this.document.file.text.slice(start, end), 0);
    return [{ key, value: scalar(end, end, 'null', '', 0) }];
  }
}

class VendorFields extends FieldsOnDemand {
  readonly #text: string;
  readonly #fields: readonly VendorField[];

  constructor(text: string, fields: readonly VendorField[]) {
    super();
    this.#text = text;
    this.#fields = fields;
  }

  protected pairOf(wanted: FieldName): Pair | undefined {
    const found = this.#fields.find(({ field }) => field === wanted);
    if (!found) return undefined;
    const { start, end, text = this.#text.slice(start, end) } = found;
    return { key: scalar(start, start, 'string', '', 0), value: scalar(start, end, 'string', text, 0) };
  }
}

/** So much of a text tells its format: headers and mails around licenses are shorter. */
const sampleSize = 100_000;

/** A format among the others. */
export function vendorFormat(format: VendorFormat): Format {
  return {
    name: format.name,
    extensions: [],
    ...(format.comment && { comment: format.comment }),
    read: (source, settings) => readVendor(format, source, settings),
  };
}

function* readVendor(format: VendorFormat, source: SourceFile, settings: Settings): Steps<LicenseFile | undefined> {
  const { path, text } = source;
  if (!format.claims(withLineFeeds(text.slice(0, sampleSize)))) return undefined;
  const reading = new VendorReading(source, format, settings);
  if (text.length > maxFileSize)
    reading.problems.push({ rule: 'limit', span: { start: 0, end: 1 }, message: writtenWords.tooLarge(maxFileSize) });
  else yield* format.read(reading) ?? [];
  tellUndecoded(reading);
  const { document, terms, broken, problems } = reading;
  return {
    ...{ path, text, format: format.name, documents: [document], terms, broken, problems },
    ignores: ignoresIn(source, () => terms.map(({ entry: { node } }) => node)),
  };
}

/** Tells of licenses in which something stands that is no UTF-8; in comments it does no harm. */
function tellUndecoded({ text, terms, problems }: VendorReading): void {
  let at = text.indexOf('\ufffd');
  if (at < 0) return;
  const nodes = terms.map(({ entry: { node } }) => node).sort((a, b) => a.start - b.start);
  for (const { start, end } of nodes) {
    if (at < start) at = text.indexOf('\ufffd', start);
    if (at < 0) return;
    if (at >= end) continue;
    problems.push({
      rule: 'syntax',
      severity: 'warning',
      span: { start: at, end: at + 1 },
      message: vendorWords.notUtf8,
    });
    at = end;
  }
}

/** Whether a file has as many records as are read at all; then that is told. */
export function isFull(count: number, record: Span, { problems }: VendorReading): boolean {
  if (count < maxRecords) return false;
  const { start, end } = record;
  problems.push({ rule: 'limit', span: { start, end }, message: writtenWords.tooManyRecords(maxRecords) });
  return true;
}

/** What joins: the files of one format in one folder. */
export function homeKey(home: Home | undefined): string {
  return home ? `${home.format}\n${home.folder}` : '';
}
