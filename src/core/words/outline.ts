// What an outline says of the licenses that a file was read as.
import * as l10n from '@vscode/l10n';
import { seats as number } from '../words';

export function unnamedProduct(): string {
  return l10n.t('Licenses');
}
export function unnamedLicense(): string {
  return l10n.t('License');
}
/** The dates are as the file writes them, or absent. */
export function dates(starts: string | undefined, expires: string | undefined): string | undefined {
  if (starts !== undefined && expires !== undefined) return `${starts} – ${expires}`;
  if (starts !== undefined) return l10n.t('from {0}', starts);
  return expires === undefined ? undefined : l10n.t('until {0}', expires);
}

/** `kind` as the file writes it. */
export function facts(seats: number | undefined, kind: string | undefined, isPending: boolean): readonly string[] {
  return [
    seats === undefined ? undefined : seatCount(seats),
    kind,
    isPending ? l10n.t('no key yet') : undefined,
  ].filter(each => each !== undefined);
}

export function listed(parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join(' · ');
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
