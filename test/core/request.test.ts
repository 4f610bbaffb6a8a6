// The request for a temporary key: what it says for each kind of product, what it never says, and how it becomes a mail.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fixesFor } from '../../src/core/fixes';
import { mailAddress, mailAddressToPaste, requestFor } from '../../src/core/request';
import { defaultSettings } from '../../src/core/settings';
import { reportOn } from './read';

function requestIn(name: string, text: string, template = defaultSettings.requestTemplate): string {
  const report = reportOn(name, text);
  for (const finding of report.findings) {
    for (const { errand } of fixesFor(finding, report)) {
      if (errand?.kind === 'request') return requestFor(errand.coverage, errand.gap, template);
    }
  }
  throw new Error('nothing is offered');
}

const code42 = `environment: live
product: CrashPlan
server: { version: 5.3.1, host: secret-host }
timezone: America/Chicago
licenses:
  - { id: A, key: SECRET-KEY-1, seats: 500, starts: 2025-12-01, expires: 2026-11-30 }
  - { id: B, key: SECRET-KEY-2, seats: 500, starts: 2026-12-01, expires: 2027-11-30 }
`;

describe('a request for a temporary key', () => {
  it('says all of the known case', () => {
    assert.equal(
      requestIn('licenses.yaml', code42),
      `# Temporary license key for CrashPlan: 24 h

Please send us a temporary license key for exactly this time.

- Product: CrashPlan
- Environment: live
- Seats: 500
- Starts: 2026-11-30
- Expires: 2026-12-01
- From and until: 2026-11-30 00:00 to 2026-12-01 00:00 (America/Chicago)
- In UTC: 2026-11-30 06:00 to 2026-12-01 06:00 UTC
- Length: 24 h

## Why

A expires 2026-11-30, B starts 2026-12-01. The expiry day is not covered: Code42 server 5.3.1 is 5.3.1 or earlier, where a license ends as its expiry day begins.

## What does not work in that time

- Users can't sign in, back up or restore files.
- The Licensing screen says "Please purchase licenses to continue using CrashPlan."
- Existing backups are safe; new files and changes are not backed up until the next license takes effect.

## When the key has come

1. Sign in to the administration console and choose New Licenses Available > Apply Now, or Licensing > action menu (upper right) > Add Product License Key.
2. Enter the key and choose Save. All functionality resumes automatically.
3. Type the key into the license file too, in place of the placeholder.
`,
    );
  });

  it('asks FlexNet’s vendor in FlexNet’s terms, with the pair that FlexNet Operations takes', () => {
    const text =
      'SERVER secret-host 001122334455 27000\nVENDOR acmed\n' +
      'INCREMENT solver acmed 2.0 30-nov-2026 5 HOSTID=AABBCCDDEEFF SIGN=1A2B3C4D5E6F\n' +
      'INCREMENT solver acmed 2.0 30-nov-2027 5 START=02-dec-2026 HOSTID=AABBCCDDEEFF SIGN=0A2B3C4D5E6F\n';
    const request = requestIn('a.lic', text);
    assert.match(request, /^- Product: solver 2\.0$/m);
    assert.match(request, /^- Starts: 01-dec-2026\n- Expires: 01-dec-2026$/m);
    assert.match(request, /^- FlexNet Operations: startDate 01-dec-2026, endDate 01-dec-2026$/m);
    assert.match(request, /without lines for servers and vendor daemons/);
    assert.doesNotMatch(request, /secret-host|001122334455|AABBCCDDEEFF|1A2B3C4D5E6F/i);
  });

  it('is the way to take in a vendor’s file without comments', () => {
    const text = readFileSync(join(__dirname, '../samples/story-sap.txt'), 'utf8');
    const report = reportOn('story-sap.txt', text);
    const [finding] = report.findings.filter(({ rule }) => rule === 'gap');
    const [request] = fixesFor(finding!, report);
    assert.match(request!.title, /^Request temporary license key for /);
    assert.equal(request!.preferred, true);
    assert.equal(request!.make(), undefined);
  });

  it('says the instants where no bare day bounds the stretch, and leaves out what it does not know', () => {
    const text =
      'product: P\nexpiryDay: covered\nlicenses:\n  - { starts: 2025-12-01, expires: 2026-11-30T10:00Z }\n  - { starts: 2026-11-30T12:30Z }\n';
    const request = requestIn('licenses.yaml', text);
    assert.match(request, /^- Starts: 2026-11-30T10:00:00Z\n- Expires: 2026-11-30T12:30:00Z$/m);
    assert.doesNotMatch(request, /Seats|Environment|FlexNet/);
  });

  it('takes the seats that are required there', () => {
    const text = code42.replace('server:', 'required: { seats: 700 }\nserver:');
    assert.match(requestIn('licenses.yaml', text), /^- Seats: 700$/m);
  });

  it('has as little of a secret as of any other field, whatever the template asks for', () => {
    const all =
      '{key} {id} {hostid} {server} {product} {starts} {expires} {local} {utc} {why} {symptoms} {onReceipt} {seats}';
    const request = requestIn('licenses.yaml', code42, all);
    assert.doesNotMatch(request, /SECRET|secret-host/);
    assert.match(request, /^\{key\} \{id\} \{hostid\} \{server\} CrashPlan 2026-11-30 /);
  });

  it('leaves a line out whose fields say nothing, and keeps all others', () => {
    const text = code42.replace('environment: live\n', '').replaceAll('seats: 500, ', '');
    const template = 'Hello\n\nSeats {seats} {environment}\n\n\n{product} in {environment}\r\nBye';
    assert.equal(requestIn('licenses.yaml', text, template), 'Hello\n\nCrashPlan in \nBye\n');
    assert.equal(requestIn('licenses.yaml', text, ''), '\n');
  });
});

describe('a request as a mail', () => {
  it('has the first line as its subject and the rest as its body', () => {
    const address = mailAddress('# Key for A & B: 24 h\n\nPlease + thanks\n100 %');
    assert.equal(
      address,
      'mailto:?subject=Key%20for%20A%20%26%20B%3A%2024%20h&body=Please%20%2B%20thanks%0D%0A100%20%25',
    );
  });

  it('is asked to be pasted where it is too long for an address', () => {
    const draft = `# ${'ä'.repeat(300)}\n\n${'long '.repeat(500)}`;
    assert.equal(mailAddress(draft), undefined);
    const address = mailAddressToPaste(draft);
    assert.ok(address.length < 2_000, String(address.length));
    assert.ok(address.endsWith('&body=The%20request%20is%20on%20the%20clipboard%3A%20paste%20it%20here.'));
  });

  it('survives half of a character', () => {
    assert.equal(mailAddress('# a\ud83d\n\nb'), 'mailto:?subject=a%EF%BF%BD&body=b');
  });

  it('can be read back, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'binary', maxLength: 80 }),
        (head, body) => {
          const draft = `# ${head}\n\n${body}`;
          const address = mailAddress(draft) ?? mailAddressToPaste(draft);
          const query = new URLSearchParams(address.slice(address.indexOf('?') + 1));
          assert.deepEqual([...query.keys()], ['subject', 'body']);
          assert.match(address, /^mailto:\?subject=[\w%.!~*'()-]*&body=[\w%.!~*'()-]*$/);
        },
      ),
    );
  });
});
