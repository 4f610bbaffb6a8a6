// The outline of vendors' license files: what is listed, under what, and that no key is among it.
import assert from 'node:assert/strict';
import { languageNamed } from '../../../src/core/languages';
import { type OutlineItem, outlineLimit, outlineOf } from '../../../src/core/outline';
import { finish } from '../../../src/core/steps';
import { needSamples, sampleNames, sampleText } from '../formats/lines';

function itemsOf(id: string, text: string): readonly OutlineItem[] {
  return finish(outlineOf(text, languageNamed(id)!));
}

/** A line each, children further in: `license widget (2024.0 · …)`. */
function outline(id: string, text: string): string[] {
  const lines = (items: readonly OutlineItem[], indent: string): string[] =>
    items.flatMap(({ kind, name, detail, children }) => [
      `${indent}${kind} ${name} (${detail})`,
      ...lines(children, `${indent}  `),
    ]);
  return lines(itemsOf(id, text), '');
}

const languageOf: Readonly<Record<string, string>> = { flexlm: 'flexnet', rlm: 'rlm', lmx: 'lmx' };

function assertSound(items: readonly OutlineItem[], text: string, from = 0, until = text.length): void {
  for (const { name, start, end, selection, children } of items) {
    assert.ok(name.trim() !== '');
    assert.ok(from <= start && start <= selection.start && selection.end <= end && end <= until, `${name} is outside`);
    assertSound(children, text, start, end);
  }
}

describe('an outline', () => {
  it('of FlexNet lists servers, daemons, and licenses under theirs', () => {
    const text = `SERVER licsrv 001122334455 27000
VENDOR acmed port=27001
DAEMON otherd /opt/otherd
USE_SERVER
FEATURE widget acmed 2024.0 30-apr-2024 25 START=01-may-2023 SIGN="0000 0000 0000"
INCREMENT gadget otherd 1.0 permanent uncounted HOSTID=ANY SIGN=0000
PACKAGE suite acmed 1.0 COMPONENTS="widget gadget" SIGN=0000
UPGRADE widget acmed 2024.0 2025.0 30-apr-2025 5 SIGN=0000
INCREMENT orphan nobodyd 1.0 1-jan-0 3 SIGN=0000
`;
    assert.deepEqual(outline('flexnet', text), [
      'server licsrv (SERVER)',
      'vendor acmed (VENDOR)',
      '  license widget (2024.0 · 01-may-2023 – 30-apr-2024 · 25)',
      '  package suite (PACKAGE)',
      '  license widget (2024.0 → 2025.0 · until 30-apr-2025 · 5)',
      'vendor otherd (DAEMON)',
      '  license gadget (1.0 · permanent · uncounted)',
      'license orphan (1.0 · 1-jan-0 · 3)',
    ]);
  });

  it('of RLM finds the product behind the vendor', () => {
    const text = `HOST licsrv 001122334455 5053
ISV acme
LICENSE acme widget 2024.04 30-apr-2024 25 share=h start=1-may-2023
  _ck=0000000000 sig="60P0451KTXVQ"
LICENSE ACME gadget 1.0 permanent single sig="60P0"
`;
    assert.deepEqual(outline('rlm', text), [
      'server licsrv (HOST)',
      'vendor acme (ISV)',
      '  license widget (2024.04 · 1-may-2023 – 30-apr-2024 · 25)',
      '  license gadget (1.0 · permanent · single)',
    ]);
  });

  it('of LM-X lists the blocks', () => {
    const text = `FEATURE widget
{
  VENDOR = ACME
  VERSION = 1.5
  START = 2023-05-01
  END = 2024-04-30
  COUNT = 25
  KEY = 0000
}
FEATURE gadget { MAJOR_VERSION=2 START=2023-05-01 COUNT=UNLIMITED KEY=0000 }
FEATURE endless { KEY=0000 }
FEATURE
`;
    assert.deepEqual(outline('lmx', text), [
      'license widget (1.5 · 2023-05-01 – 2024-04-30 · 25)',
      'license gadget (2.0 · from 2023-05-01 · UNLIMITED)',
      'license endless ()',
      'license FEATURE ()',
    ]);
  });

  it('puts a license under the daemon of its name that stands last above it', () => {
    const text =
      'VENDOR a\nVENDOR b\nFEATURE x b 1 permanent 1\nVENDOR B\nFEATURE y b 1 permanent 1\nFEATURE z a 1 permanent 1\n';
    assert.deepEqual(outline('flexnet', text), [
      'vendor a (VENDOR)',
      '  license z (1 · permanent · 1)',
      'vendor b (VENDOR)',
      '  license x (1 · permanent · 1)',
      'vendor B (VENDOR)',
      '  license y (1 · permanent · 1)',
    ]);
    assertSound(itemsOf('flexnet', text), text);
  });

  it('selects the product in the whole record', () => {
    const record = 'INCREMENT widget acmed 1.0 \\\n permanent 5 SIGN=0000';
    const text = `# first\n  ${record}   # more\nFEATURE b acmed 1.0 permanent 1 SIGN=0\n`;
    const [item] = itemsOf('flexnet', text);
    assert.equal(text.slice(item!.start, item!.end), record);
    assert.equal(text.slice(item!.selection.start, item!.selection.end), 'widget');
  });

  for (const [what, id, text, expected] of [
    ['sentences', 'flexnet', 'Feature requests go to us.\nServer is down\nVendor of all\n', []],
    ['a longer sentence', 'flexnet', 'Feature requests for the next release go to us.\n', []],
    ['a record in small letters', 'flexnet', 'feature a b 1.0 permanent 5\n', ['license a (1.0 · permanent · 5)']],
    ['a heading of lmstat', 'flexnet', 'Feature    Version     #licenses    Expires      Vendor\n', []],
    ['a short record', 'flexnet', 'INCREMENT widget acmed', ['license widget ()']],
    ['a record without words', 'rlm', 'LICENSE', ['license LICENSE ()']],
    ['an empty name', 'flexnet', 'FEATURE "" acmed 1.0 permanent 1\n', ['license FEATURE (1.0 · permanent · 1)']],
    ['white space for a name', 'flexnet', 'VENDOR "\u200b"\n', ['vendor VENDOR (VENDOR)']],
    [
      'a key instead of the count',
      'flexnet',
      'FEATURE a b 1.0 permanent 8C59A481BA90\n',
      ['license a (1.0 · permanent)'],
    ],
    [
      'another key instead of the count',
      'flexnet',
      'FEATURE a b 1.0 permanent 6P0X\n',
      ['license a (1.0 · permanent)'],
    ],
    ['a key instead of the date', 'flexnet', 'FEATURE a b 1.0 6P0X 5\n', ['license a (1.0 · 5)']],
    ['a key instead of the version', 'flexnet', 'FEATURE a b 8C59A481BA90\n', ['license a ()']],
    ['a key instead of the name', 'flexnet', 'FEATURE 8C59A481BA90\n', ['license FEATURE ()']],
    ['a signature instead of the name', 'flexnet', 'FEATURE SIGN=0000 b\n', ['license FEATURE ()']],
    ['a host id instead of the host', 'flexnet', 'SERVER 001122334455 licsrv\n', ['server SERVER (SERVER)']],
    [
      'a signature that is a date by its name',
      'flexnet',
      'FEATURE a b 1 permanent 5 START=BA908C59\n',
      ['license a (1 · permanent · 5)'],
    ],
    [
      'a wrong date as it is written',
      'flexnet',
      'FEATURE a b 1 31-feb-2026 5\n',
      ['license a (1 · until 31-feb-2026 · 5)'],
    ],
    ['a key instead of the end', 'lmx', 'FEATURE a { END = mBpIAWB9 KEY=x }', ['license a ()']],
  ] as const)
    it(`makes the right thing of ${what}`, () => assert.deepEqual(outline(id, text), expected));

  it('says where it stops', () => {
    const line = 'FEATURE a acmed 1 permanent 1 SIGN=0\n';
    const items = itemsOf('flexnet', line.repeat(outlineLimit + 5));
    assert.equal(items.length, outlineLimit + 1);
    const { kind, name, start, end } = items.at(-1)!;
    assert.deepEqual([kind, name], ['rest', 'The rest of the file is not listed']);
    assert.deepEqual([start, end], [line.length * outlineLimit, line.length * (outlineLimit + 5)]);
  });

  it('is made in steps', () => {
    const steps = outlineOf('FEATURE a acmed 1 permanent 1 SIGN=0\n'.repeat(5_000), languageNamed('flexnet')!);
    let count = 0;
    while (!steps.next().done) count++;
    assert.equal(count, 5);
  });

  describe('of the samples', () => {
    before(needSamples);
    for (const name of sampleNames()) {
      const id = languageOf[name.split('/')[0]!];
      if (!id) continue;
      it(`${name}: names no key and no host, and is sound for every beginning of it`, () => {
        const text = sampleText(name);
        const all = outline(id, text).join('\n');
        for (const [secret] of text.matchAll(/\b(?:[\dA-F]{12,}|[\dA-Z]{30,}|(?<=KEY=)\S+)\b/gi))
          assert.ok(!all.includes(secret), secret);
        for (let i = 0; i <= text.length; i++) assertSound(itemsOf(id, text.slice(0, i)), text);
      });
    }
  });
});
