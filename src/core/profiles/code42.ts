// Code42 CrashPlan's on-premises server: up to 5.3.1 the expiry day is not covered, from 5.4.0 on it is.
import type { Profile } from '../profiles';
import { compareVersions, readVersion, type Version } from '../versions';
import * as words from '../words/day-rules';
import * as plain from '../words/plain';

/** Code42 support, "Expired license causes gap in coverage". */
const article = 'https://support.code42.com/Administrator/5/Troubleshooting/Expired_license_causes_gap_in_coverage';

const lastAffected: Version = [5, 3, 1];
const firstFixed: Version = [5, 4, 0];

export const code42: Profile = {
  name: 'code42',
  claims: ({ product, vendor }) => isCode42(product) || isCode42(vendor),
  decide: ({ version }) => {
    if (version === undefined) return { expiryDay: 'unstated', reason: words.code42.noVersion, source: article };
    const read = readVersion(version);
    if (!read) return { expiryDay: 'unstated', reason: words.code42.unreadableVersion(version), source: article };
    if (!read.plain) return { expiryDay: 'uncovered', reason: words.code42.unconfirmed(version), source: article };
    if (compareVersions(read.version, lastAffected) <= 0) {
      return { expiryDay: 'uncovered', reason: words.code42.affected(version), source: article };
    }
    if (compareVersions(read.version, firstFixed) >= 0) {
      return { expiryDay: 'covered', reason: words.code42.fixed(version), source: article };
    }
    return { expiryDay: 'uncovered', reason: words.code42.unconfirmed(version), source: article };
  },
  outage: {
    symptoms: words.code42.symptoms,
    remedies: words.code42.remedies,
    onReceipt: words.code42.onReceipt,
    source: { title: plain.code42Article, url: article },
  },
};

function isCode42(name: string | undefined): boolean {
  return name !== undefined && /(^|[^a-z0-9])(code42|crashplan)([^a-z0-9]|$)/i.test(name);
}
