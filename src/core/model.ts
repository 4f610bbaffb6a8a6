// The nouns of License Coverage; every other file speaks in these.
import type { Vocabulary } from './formats/fields';
import type { Edit } from './text';
import type { ListNode, MapNode, Node, Pair, Span } from './tree';

/** Milliseconds since 1970-01-01T00:00Z. Only `±Infinity` stands for "no bound"; it stays inside core. */
export type Instant = number;

/** A half-open stretch of time, `[from, until)`. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The stable names of the rules (`rules.ts` has each one's default severity; `media/rules/` its page). */
export type RuleCode =
  | 'gap'
  | 'possible-gap'
  | 'pending-key'
  | 'shortfall'
  | 'seat-drop'
  | 'expiry'
  | 'stale-temporary'
  | 'overlap'
  | 'no-terms'
  | 'invalid-date'
  | 'ambiguous-date'
  | 'reversed-term'
  | 'missing-field'
  | 'unknown-field'
  | 'unknown-zone'
  | 'unknown-version'
  | 'duplicate-id'
  | 'duplicate-key'
  | 'ignored-line'
  | 'unused-acceptance'
  | 'overdue-acceptance'
  | 'unused-ignore'
  | 'syntax'
  | 'limit';

/** A file as it is given to the core. `path` identifies it and is shown to people: relative, `/`-separated. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Whether the file begins with a byte order mark; the text does not. */
  readonly byteOrderMark?: boolean | undefined;
}

/** A license file as read. What it says depends on itself and the settings alone, never on other files or the clock. */
export interface LicenseFile extends SourceFile {
  /** The name of the format that read it: `yaml`, `json`, … */
  readonly format: string;
  /** One in most files; each YAML document is a file of its own in effect. */
  readonly documents: readonly LicenseDocument[];
  /** In the order written. */
  readonly terms: readonly Term[];
  /** Entries that gave no term though they were meant to. */
  readonly broken: readonly BrokenEntry[];
  readonly problems: readonly Problem[];
  /** The comments that silence findings. */
  readonly ignores: readonly Ignore[];
}

/** A comment that silences findings. */
export interface Ignore {
  readonly scope: 'line' | 'next-line' | 'file';
  /** Its words, without codes. */
  readonly span: Span;
  /** The lines whose findings it silences: from the start of the first to the end of the last. */
  readonly lines: Span;
  /** As written; none: all rules. */
  readonly codes: readonly string[];
}

/** An entry that could not be read; `product` and `environment` tell which gap it might have filled, where it says them. */
export interface BrokenEntry {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** Not even its product could be read: it might fill any gap. */
  readonly unreadable: boolean;
  /** Its dates could be read, but it ends before it begins. */
  readonly reversed?: {
    readonly entry: Entry;
    readonly file: SourceFile;
    /** The later of its dates. */
    readonly at: Instant;
    readonly rule: DayRule;
  };
}

/** The fields of a native file, by the name that stands for all their spellings. */
export type FieldName =
  | 'environment'
  | 'product'
  | 'name'
  | 'vendor'
  | 'profile'
  | 'server'
  | 'timezone'
  | 'expiryDay'
  | 'id'
  | 'key'
  | 'kind'
  | 'seats'
  | 'starts'
  | 'expires'
  | 'required'
  | 'acceptedGaps'
  | 'reason'
  | 'reviewBy'
  | 'list';

/** The pairs of a mapping that we understand, by field; the first of two spellings of one field counts. */
export type Fields = { readonly [F in FieldName]: Pair | undefined };

/** One license as written. */
export interface Entry {
  readonly document: LicenseDocument;
  readonly node: MapNode;
  readonly fields: Fields;
}

export interface LicenseDocument {
  readonly file: SourceFile;
  /** The notation that it is written in; that of its file. */
  readonly format: string;
  /** A vendor's file: terms join with those of the same home alone, which is a folder and a format. `undefined`: a native file. */
  readonly home: Home | undefined;
  readonly root: Node;
  /** The document's own fields; all absent where its top level is a list. */
  readonly fields: Fields;
  /** The list that the entries stand in. */
  readonly list: ListNode | undefined;
  /** The rule, and so the zone, of what says none itself. */
  readonly rule: DayRule;
  /** Which field a key names there. */
  readonly vocabulary: Vocabulary;
  /** The user's patterns by which its dates may be written besides ours. */
  readonly dateFormats: readonly string[];
  readonly entries: readonly Entry[];
  readonly required: Requirement | undefined;
  readonly acceptedGaps: readonly AcceptedGap[];
}

/** Where the files of one vendor format lie that are served together. */
export interface Home {
  readonly format: string;
  /** Relative, without a slash at its end; `''`: the top. */
  readonly folder: string;
}

/** A stretch that a document says must be covered, and with how many seats. Absent bounds ask for no more time than there are terms. */
export interface Requirement {
  readonly document: LicenseDocument;
  /** Absent: any environment. */
  readonly environment: string | undefined;
  /** Absent: each product of the document. */
  readonly product: string | undefined;
  readonly from: Instant | undefined;
  readonly until: Instant | undefined;
  readonly seats: number | undefined;
  /** Its key. */
  readonly span: Span;
  /** The number of seats, where one is written. */
  readonly seatsSpan: Span | undefined;
}

/** A hole that is meant. Open bounds are `±Infinity`. */
export interface AcceptedGap extends Interval {
  readonly document: LicenseDocument;
  /** Absent: any environment. */
  readonly environment: string | undefined;
  /** Absent: any product of the document. */
  readonly product: string | undefined;
  readonly reason: string | undefined;
  /** When it should have been looked at again: the end of the day of `reviewBy`. */
  readonly reviewBy: { readonly until: Instant; readonly span: Span } | undefined;
  /** The item of the list that says it. */
  readonly node: MapNode;
  readonly list: ListNode;
}

/** Which rule decides about the expiry day, in which zone days are read, and why. */
export interface DayRule {
  /** The profile's name: `code42`, `covered`, `uncovered`, `unstated`, or that of a vendor's format. */
  readonly profile: string;
  /** Whether the product still runs on the day a license expires; `instant`: its licenses end at an instant, not with a day. */
  readonly expiryDay: 'covered' | 'uncovered' | 'unstated' | 'instant';
  /** Nobody has stated the rule: it is what others of its kind do. */
  readonly isAssumed?: boolean;
  /** The IANA zone of dates without an offset. */
  readonly zone: string;
  /** A hole of at most so many ms between two licenses is none. */
  readonly tolerance?: number;
  /** One sentence that says where the rule comes from. */
  readonly reason: string;
  /** The page that states the rule, where one does. */
  readonly source?: string;
}

/** What keeps licenses of one product apart in vendors' files. One object for all licenses of a file that share it. */
export interface Pool {
  /** All of it as written. */
  readonly product: string | undefined;
  readonly vendor: string | undefined;
  readonly version: string | undefined;
  /** What the license is bound to: a host id, `ANY`, `DEMO`. Absent: it floats. Never shown unless it is one of those two. */
  readonly host: string | undefined;
}

export type TermState = 'active' | 'pending';

/** One license in force. The interval is what it covers for sure; open ends are `±Infinity`. */
export interface Term extends Interval {
  readonly entry: Entry;
  readonly file: SourceFile;
  /** As written, trimmed. */
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** Vendors' files only. */
  readonly pool: Pool | undefined;
  readonly id: string | undefined;
  readonly kind: string | undefined;
  /** `Infinity`: unlimited. `undefined`: not said. */
  readonly seats: number | undefined;
  /** `pending`: its key is a placeholder. */
  readonly state: TermState;
  /** The end of the expiry day where the rule is unstated and that day may be covered. */
  readonly possibleUntil: Instant | undefined;
  readonly rule: DayRule;
  /** It comes with a package, whose own license tells of its end. */
  readonly isBundled?: boolean;
  /** It ends before its expiry date: another line of its file takes its place at `until`. The line's keyword. */
  readonly supersededBy?: Span;
}

/** A stretch of a product's life in which nothing begins or ends that changes what a person sees. */
export type Segment = Covered | Gap;

/** A stretch in which an active term runs. */
export interface Covered extends Interval {
  readonly state: 'covered';
  /** Seats of the active terms together. `Infinity`: unlimited. `undefined`: some term does not say. */
  readonly seats: number | undefined;
  /** How many seats the files ask for there, where they do. */
  readonly required: number | undefined;
}

/**
 * A stretch in which no active term runs. `possible`: only a last day that may not count. `pending`: only terms without a key.
 * `accepted`: a file says that the hole is meant. `open`: nothing.
 */
export interface Gap extends Interval {
  readonly state: 'possible' | 'pending' | 'accepted' | 'open';
  /** The term that ended last. */
  readonly before: Term | undefined;
  /** The term that begins next. */
  readonly after: Term | undefined;
  /** Pending gaps only: the term that waits for its key. */
  readonly pending: Term | undefined;
  /** Open gaps only: where the gap would begin if the unstated expiry day before it did not count. */
  readonly possibleFrom: Instant | undefined;
}

/** The life of one product in one environment, cut into segments: from its first term to its last, and in what is required besides. */
export interface Coverage {
  readonly environment: string | undefined;
  readonly product: string | undefined;
  /** Tells rows of one name apart: `version 2.0`, `acmed, host 1`. `undefined` where there is but one. */
  readonly pool: string | undefined;
  /**
   * The row of the next older version, whose needs this row's licenses meet as well: it has all terms of this row and more, and tells
   * what both lack.
   */
  readonly older: Coverage | undefined;
  /** By beginning, then end, then place. None: only a requirement speaks of this product. */
  readonly terms: readonly Term[];
  readonly segments: readonly Segment[];
  /** Those of them that are gaps; made without the others. */
  readonly holes: readonly Gap[];
  /** Whether there are ever fewer seats than before; known without making a segment. */
  readonly hasDrops: boolean;
  /** What the files ask of this product. */
  readonly required: readonly Requirement[];
  /** Which of its holes the files accept. */
  readonly accepted: readonly AcceptedGap[];
  /** Entries of this product that could not be read and might fill a gap. */
  readonly broken: number;
}

/** Another place that explains a finding. */
export interface Related {
  readonly file: SourceFile;
  readonly span: Span;
  readonly message: string;
}

/** What a finding is about, for the fixes that it offers. */
export type Subject =
  | { readonly kind: 'gap'; readonly coverage: Coverage; readonly gap: Gap }
  /** The end of a product's coverage: the license with which it ends, up to when it surely and up to when it possibly goes. */
  | {
      readonly kind: 'ending';
      readonly coverage: Coverage;
      readonly ending: { readonly last: Term; readonly sure: Instant; readonly latest: Instant };
    }
  /** The text at `span` may be replaced by any of `choices`. */
  | { readonly kind: 'replace'; readonly span: Span; readonly choices: readonly string[] }
  /** A temporary term that may go. */
  | { readonly kind: 'stale'; readonly term: Term }
  /** An entry that has the id or the key of one above it. */
  | { readonly kind: 'duplicate'; readonly field: 'id' | 'key'; readonly entry: Entry }
  | { readonly kind: 'acceptance'; readonly acceptance: AcceptedGap }
  /** The byte order mark before the text may go. */
  | { readonly kind: 'byte-order-mark' }
  /** What a reader knows how to mend by itself. */
  | { readonly kind: 'mend'; readonly title: string; readonly edits: readonly Edit[] }
  /** The texts at the two spans may be exchanged. */
  | { readonly kind: 'swap'; readonly first: Span; readonly second: Span };

/** Something wrong in one file, before settings have given it a severity. */
export interface Problem {
  readonly rule: RuleCode;
  readonly span: Span;
  readonly message: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Related[] | undefined;
  readonly subject?: Subject | undefined;
}

/** Something to tell a person, at a place. */
export interface Finding extends Problem {
  readonly severity: Severity;
  readonly file: SourceFile;
}

/** The whole answer; every view shows this and computes nothing. */
export interface Report {
  /** When it holds: what lies before it is past. */
  readonly at: Instant;
  /** Until when it stays true, if no file changes: then time crosses something that it tells of. `Infinity`: for ever. */
  readonly until: Instant;
  readonly files: readonly LicenseFile[];
  /** Sorted by environment, then product; absent names first. */
  readonly products: readonly Coverage[];
  /** Sorted by file, place, time. */
  readonly findings: readonly Finding[];
}
