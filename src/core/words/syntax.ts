// Why a part of a file can't be read: readers say it in English, and here it is said in the language of the interface.
import * as l10n from '@vscode/l10n';

const reasons: Readonly<Record<string, string>> = {
  // Of our own readers
  'unexpected text': l10n.t('unexpected text'),
  'too many errors': l10n.t('too many errors'),
  'bad indentation': l10n.t('bad indentation'),
  'line break expected': l10n.t('line break expected'),
  'unknown alias': l10n.t('unknown alias'),
  'double quotes expected': l10n.t('double quotes expected'),
  'line feed expected': l10n.t('line feed expected'),
  'quotes expected': l10n.t('quotes expected'),
  'closing quote expected': l10n.t('closing quote expected'),
  'closing quotes expected': l10n.t('closing quotes expected'),
  'key expected': l10n.t('key expected'),
  'equals sign expected': l10n.t('equals sign expected'),
  'value expected': l10n.t('value expected'),
  'closing bracket expected': l10n.t('closing bracket expected'),
  'closing brace expected': l10n.t('closing brace expected'),
  'property name expected': l10n.t('property name expected'),
  'comma expected': l10n.t('comma expected'),
  'colon expected': l10n.t('colon expected'),
  'opening brace expected': l10n.t('opening brace expected'),
  'control characters are not allowed': l10n.t('control characters are not allowed'),
  'defining a key multiple times is invalid': l10n.t('defining a key multiple times is invalid'),
  'end of comment expected': l10n.t('end of comment expected'),
  'end of file expected': l10n.t('end of file expected'),
  'end of string expected': l10n.t('end of string expected'),
  'invalid character in string': l10n.t('invalid character in string'),
  'invalid escape in string': l10n.t('invalid escape in string'),
  // Of the YAML parser, where they are about what people write
  'TAG directive accepts exactly two arguments': l10n.t('TAG directive accepts exactly two arguments'),
  'YAML directive accepts exactly one argument': l10n.t('YAML directive accepts exactly one argument'),
  'a line break is expected': l10n.t('a line break is expected'),
  'a whitespace character is expected after the key-value separator within a block mapping': l10n.t(
    'a whitespace character is expected after the key-value separator within a block mapping',
  ),
  'alias node should not have any properties': l10n.t('alias node should not have any properties'),
  'bad explicit indentation width of a block scalar; it cannot be less than one': l10n.t(
    'bad explicit indentation width of a block scalar; it cannot be less than one',
  ),
  'bad indentation of a mapping entry': l10n.t('bad indentation of a mapping entry'),
  'bad indentation of a sequence entry': l10n.t('bad indentation of a sequence entry'),
  'can not read a block mapping entry; a multiline key may not be an implicit key': l10n.t(
    'can not read a block mapping entry; a multiline key may not be an implicit key',
  ),
  'deficient indentation': l10n.t('deficient indentation'),
  'directive name must not be less than one character in length': l10n.t(
    'directive name must not be less than one character in length',
  ),
  'directives end mark is expected': l10n.t('directives end mark is expected'),
  'duplication of %YAML directive': l10n.t('duplication of %YAML directive'),
  'duplication of a tag property': l10n.t('duplication of a tag property'),
  'duplication of an anchor property': l10n.t('duplication of an anchor property'),
  "expected ':' after a mapping key": l10n.t("expected ':' after a mapping key"),
  'expected hexadecimal character': l10n.t('expected hexadecimal character'),
  "expected the node content, but found ','": l10n.t("expected the node content, but found ','"),
  'expected valid JSON character': l10n.t('expected valid JSON character'),
  'ill-formed argument of the YAML directive': l10n.t('ill-formed argument of the YAML directive'),
  'ill-formed tag handle (first argument) of the TAG directive': l10n.t(
    'ill-formed tag handle (first argument) of the TAG directive',
  ),
  'ill-formed tag prefix (second argument) of the TAG directive': l10n.t(
    'ill-formed tag prefix (second argument) of the TAG directive',
  ),
  'missed comma between flow collection entries': l10n.t('missed comma between flow collection entries'),
  'name of an alias node must contain at least one character': l10n.t(
    'name of an alias node must contain at least one character',
  ),
  'name of an anchor node must contain at least one character': l10n.t(
    'name of an anchor node must contain at least one character',
  ),
  'named tag handle cannot contain such characters': l10n.t('named tag handle cannot contain such characters'),
  'repeat of a chomping mode identifier': l10n.t('repeat of a chomping mode identifier'),
  'repeat of an indentation width identifier': l10n.t('repeat of an indentation width identifier'),
  'tab characters must not be used in indentation': l10n.t('tab characters must not be used in indentation'),
  'tag suffix cannot contain exclamation marks': l10n.t('tag suffix cannot contain exclamation marks'),
  'tag suffix cannot contain flow indicator characters': l10n.t('tag suffix cannot contain flow indicator characters'),
  'the stream contains non-printable characters': l10n.t('the stream contains non-printable characters'),
  'unacceptable YAML version of the document': l10n.t('unacceptable YAML version of the document'),
  'unexpected end of the document within a double quoted scalar': l10n.t(
    'unexpected end of the document within a double quoted scalar',
  ),
  'unexpected end of the document within a single quoted scalar': l10n.t(
    'unexpected end of the document within a single quoted scalar',
  ),
  'unexpected end of the stream within a double quoted scalar': l10n.t(
    'unexpected end of the stream within a double quoted scalar',
  ),
  'unexpected end of the stream within a flow collection': l10n.t(
    'unexpected end of the stream within a flow collection',
  ),
  'unexpected end of the stream within a single quoted scalar': l10n.t(
    'unexpected end of the stream within a single quoted scalar',
  ),
  'unexpected end of the stream within a verbatim tag': l10n.t('unexpected end of the stream within a verbatim tag'),
  'unknown escape sequence': l10n.t('unknown escape sequence'),
};

/** A reason in the words of the interface; one that is not known here stays as it is. */
export function syntaxReason(reason: string): string {
  return Object.hasOwn(reasons, reason) ? reasons[reason]! : reason;
}
