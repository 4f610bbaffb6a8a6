// What a YAML scalar is by the core schema of YAML 1.2; dates are strings there, and whoever reads the tree knows better.
import type { Scalar } from '../tree';

const numberPattern =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The type of a scalar without quotes. */
export function plainType(text: string): Scalar['type'] {
  switch (text.charAt(0)) {
    case '':
    case '~':
    case 'n':
    case 'N':
      return /^(?:~|null|Null|NULL|)$/.test(text) ? 'null' : 'string';
    case 't':
    case 'T':
    case 'f':
    case 'F':
      return /^(?:true|True|TRUE|false|False|FALSE)$/.test(text) ? 'boolean' : 'string';
    default:
      // Nothing but a digit, a sign or a point begins a number, and all of these come before the letters.
      return text < ':' && numberPattern.test(text) ? 'number' : 'string';
  }
}

/** The type that a tag gives a scalar; tags of one's own give none. */
export function taggedType(tag: string, text: string, isPlain: boolean): Scalar['type'] {
  switch (tag) {
    case '!':
    case '!!str':
    case '!<tag:yaml.org,2002:str>':
      return 'string';
    case '!!null':
    case '!!bool':
    case '!!int':
    case '!!float':
      return plainType(text);
    default:
      return isPlain ? plainType(text) : 'string';
  }
}
