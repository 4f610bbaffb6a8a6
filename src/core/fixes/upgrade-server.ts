// Says that the Code42 server has been upgraded: from 5.4.0 on the expiry day is covered.
import type { FixOffer } from '../fixes';
import * as words from '../words/fixes';
import { writeVersion } from './server-version';

/** The first version without the gap (Code42 support, "Expired license causes gap in coverage"). */
const fixedVersion = '5.4.0';

export const upgradeServer: FixOffer = ({ subject }) => {
  if (subject?.kind !== 'gap' || (subject.gap.state !== 'open' && subject.gap.state !== 'possible')) return [];
  const { before } = subject.gap;
  if (before?.rule.profile !== 'code42' || before.rule.expiryDay === 'covered') return [];
  if (before.entry.document.root.kind !== 'map') return [];
  const make = () => {
    const edit = writeVersion(before, fixedVersion, false);
    return edit && { file: before.file, edits: [edit] };
  };
  return [{ title: words.setServerVersion(subject.coverage.product), preferred: false, make }];
};
