// What an outline says of the licenses that a file was read as.
import * as l10n from '@vscode/l10n';
import { seats as number } from '../words';

export function unnamedProduct(): string {
  return l10n.t('Licenses');
}
export function unnamedLicense(): string {
  return l10n.t('License');
}
/** `kind` and the dates are as the file writes them, or absent. */
export function license(facts: {
  readonly starts: string | undefined;
  readonly expires: string | undefined;
  readonly seats: number | undefined;
  readonly kind: string | undefined;
  readonly isPending: boolean;
}): string {
  const { starts, expires, seats, kind, isPending } = facts;
  const said = [dates(starts, expires), seats === undefined ? undefined : seatCount(seats), kind];
  if (isPending) said.push(l10n.t('no key yet'));
  return said.filter(each => each !== undefined).join(' · ');
}

function dates(starts: string | undefined, expires: string | undefined): string | undefined {
  if (starts !== undefined && expires !== undefined) return `${starts} – ${expires}`;
  if (starts !== undefined) return l10n.t('from {0}', starts);
  return expires === undefined ? undefined : l10n.t('until {0}', expires);
}

function seatCount(count: number): string {
  if (count === Infinity) return l10n.t('unlimited seats');
  return count === 1 ? l10n.t('1 seat') : l10n.t('{0} seats', number(count));
}
export function noTerm(): string {
  return l10n.t('not counted');
}
export function restNotListed(): string {
  return l10n.t('The rest of the file is not listed');
}
