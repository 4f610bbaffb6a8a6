// What is offered in comments: the words that silence findings, and behind them the codes of rules.
import type { Offer } from '../completion';
import type { Ignore } from '../model';
import { defaultSeverity } from '../rules';
import { lineEnd, lineStart, nextLine } from '../text';
import { ignores } from '../words/completion';
import type { Surroundings } from './native-facts';
import type { CommentPlace } from './native-place';

const scopes: readonly Ignore['scope'][] = ['line', 'next-line', 'file'];

export function commentOffers({ said }: CommentPlace, around: Surroundings): readonly Offer[] {
  if (/^[\s*]*[\w-]*$/.test(said)) return scopes.map(scopeOffer);
  const [, scope, codes] = /license-coverage-ignore-(line|next-line|file)(?![\w-])([\s\w,:-]*)$/.exec(said) ?? [];
  if (codes === undefined || codes.includes('--')) return [];
  const named = new Set(codes.split(/[\s,:]+/).slice(0, -1));
  return codesFor(scope as Ignore['scope'], around).filter(({ label }) => !named.has(label));
}

function scopeOffer(scope: Ignore['scope']): Offer {
  const label = `license-coverage-ignore-${scope}`;
  return { kind: 'comment', label, text: label, detail: ignores[scope] };
}

/** All codes, those of findings that the comment would silence first. */
function codesFor(scope: Ignore['scope'], { report, file, text, caret }: Surroundings): readonly Offer[] {
  const line = scope === 'next-line' ? nextLine(text, caret) : lineStart(text, caret);
  const end = lineEnd(text, line);
  const near = new Set<string>();
  for (const { rule, span, file: at } of report?.findings ?? [])
    if (at.path === file?.path && (scope === 'file' || (span.start >= line && span.start <= end))) near.add(rule);
  const others = Object.keys(defaultSeverity).filter(code => !near.has(code) && code !== 'unused-ignore');
  return [...near, ...others].map(label => ({
    ...{ kind: 'value', label, text: label },
    detail: near.has(label) ? ignores.here : '',
  }));
}
