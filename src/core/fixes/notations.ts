// How each notation spells a key, a value and a comment, for writing into files.

export interface Notation {
  /** Between a key and its value. */
  readonly assign: string;
  key(name: string): string;
  /** A text as a value. */
  value(text: string): string;
  /** A date or date-time as a value. */
  date(text: string): string;
  /** A mapping on one line. */
  map(pairs: readonly (readonly [string, string])[]): string;
  /** A text inside quotes that stand already. */
  quoted(text: string, quote: string): string;
  /** Matches comments where no value stands; global. */
  readonly comment: RegExp;
}

const json: Notation = {
  assign: ': ',
  key: name => JSON.stringify(name),
  value: text => JSON.stringify(text),
  date: text => JSON.stringify(text),
  map: pairs => `{ ${pairs.map(([key, value]) => `${JSON.stringify(key)}: ${value}`).join(', ')} }`,
  quoted: escaped,
  comment: /\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g,
};

const yaml: Notation = {
  assign: ': ',
  key: yamlKey,
  value: text => (isPlainYaml(text) ? text : JSON.stringify(text)),
  // Patterns of the user's own may write commas and colons, which mean something in YAML.
  date: text => (isPlainYaml(text) || /^\d{4}-\d\d-\d\d/.test(text) ? text : JSON.stringify(text)),
  map: pairs => `{ ${pairs.map(([key, value]) => `${yamlKey(key)}: ${value}`).join(', ')} }`,
  quoted: (text, quote) => (quote === "'" ? text.replaceAll("'", "''") : escaped(text)),
  comment: /(?<=^|\s)#[^\r\n]*/g,
};

const toml: Notation = {
  assign: ' = ',
  key: tomlKey,
  value: text => JSON.stringify(text),
  // A date in a pattern of the user's own is no date to TOML.
  date: text => (/^\d{4}-\d\d-\d\d/.test(text) ? text : JSON.stringify(text)),
  map: pairs => `{ ${pairs.map(([key, value]) => `${tomlKey(key)} = ${value}`).join(', ')} }`,
  // A literal string has no escapes at all; what we write (dates, ids) needs none.
  quoted: (text, quote) => (quote === "'" ? text : escaped(text)),
  comment: /#[^\r\n]*/g,
};

const notations: Readonly<Record<string, Notation>> = { json, jsonc: json, yaml, toml };

/** The notation of a native format, by the format's name. */
export function notationOf(format: string): Notation {
  return notations[format]!;
}

/** A key that the user has named in the settings may hold anything. */
function yamlKey(name: string): string {
  return isPlainYaml(name) ? name : JSON.stringify(name);
}

function tomlKey(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name);
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Whether YAML reads the bare text as that very string, in block and in flow style. */
function isPlainYaml(text: string): boolean {
  return (
    /^[A-Za-z0-9_<./][A-Za-z0-9_<>./ +-]*$/.test(text) &&
    text.trim() === text &&
    !/^(?:null|true|false|yes|no|on|off|0[ox][\da-f]+|\d*\.?\d*(?:e[-+]?\d+)?)$/i.test(text)
  );
}
