// What a person reads in German and in Japanese, and what stays as it is in files.
import assert from 'node:assert/strict';
import { coreIn, readBundle } from './spoken';

type Core = Awaited<ReturnType<typeof coreIn>>;

const at = Date.UTC(2026, 10, 22);
const knownCase = `product: CrashPlan
server: { version: 5.3.1 }
timezone: America/Chicago
licenses:
  - { id: LIC-1, starts: 2025-12-01, expires: 2026-11-30 }
  - { id: LIC-2, starts: 2026-12-01, expires: 2027-11-30 }
`;
const vendorFile = `SERVER a ANY
VENDOR acmed
INCREMENT f acmed 1.0 30-nov-2026 5 START=1-dec-2025 SIGN="0"
INCREMENT f acmed 1.0 30-nov-2027 5 START=15-dec-2026 SIGN="0"
`;

function reportOf(core: Core, path: string, text: string) {
  const file = core.readLicenseFile({ path, text }, core.defaultSettings, true)!;
  return { file, report: core.analyze([file], core.defaultSettings, at) };
}

function translations(language: string): Record<string, string> {
  return readBundle(`bundle.l10n.${language}.json`) as Record<string, string>;
}

/** The gap, the title of its first fix, and the figures and the first gap of the timeline. */
function said(core: Core): Readonly<Record<string, string>> {
  const { file, report } = reportOf(core, 'licenses.yaml', knownCase);
  const finding = report.findings.find(({ rule }) => rule === 'gap')!;
  const { model } = core.timelineOf([report], file, { expiryWarningDays: 30, mostItems: 1000 });
  const { minor, major } = core.ticks({ from: Date.UTC(2026, 0), until: Date.UTC(2026, 6) }, 800, model.clocks);
  return {
    gap: finding.message,
    fix: core.fixesFor(finding, report)[0]!.title,
    figures: model.figures.map(({ text }) => text).join(' · '),
    item: core.nameOf(model, 1),
    axis: `${major[0]!.label} | ${minor[2]!.label}`,
    length: [1.5, 24, 80 * 24].map(hours => core.words.duration(hours * 3_600_000)).join(', '),
  };
}

describe('in German', () => {
  it('dates, lengths and sentences are German', async () => {
    assert.deepEqual(said(await coreIn(translations('de'))), {
      gap: [
        'CrashPlan ist für 24 Std. nicht abgedeckt: 30.11.2026, 00:00 bis 01.12.2026, 00:00 (America/Chicago).',
        'LIC-1 läuft am 2026-11-30 ab, LIC-2 beginnt am 2026-12-01.',
        'Der Ablauftag ist nicht abgedeckt: Code42-Server 5.3.1 ist 5.3.1 oder älter; dort endet eine Lizenz mit dem Beginn ihres Ablauftags.',
      ].join(' '),
      fix: 'Temporäre Lizenz für CrashPlan einfügen: 30.11.2026 (24 Std.)',
      figures: '1 Produkt · 2 Lizenzen · 1 Lücke (24 Std.) · nächster Ablauf: CrashPlan, noch 373 Tage',
      item: 'Lizenzlücke, CrashPlan, 30. Nov. 2026 bis 1. Dez. 2026, 24 Std., Zeile 5',
      axis: '2025 | Feb',
      length: '1,5 Std., 24 Std., 80 Tage',
    });
  });
});

describe('in Japanese', () => {
  it('dates, lengths and sentences are Japanese', async () => {
    assert.deepEqual(said(await coreIn(translations('ja'))), {
      gap: [
        'CrashPlan は 24 時間 有効なライセンスがありません: 2026/11/30 0:00 ～ 2026/12/01 0:00 (America/Chicago)。',
        'LIC-1の有効期限は 2026-11-30 です。LIC-2は 2026-12-01 に開始します。',
        '有効期限日は有効ではありません: Code42 サーバー 5.3.1 は 5.3.1 以前で、ライセンスは有効期限日の始まりに終了します。',
      ].join(''),
      fix: 'CrashPlan の一時ライセンスを挿入: 2026/11/30 (24 時間)',
      figures: '1 製品 · 2 ライセンス · 空白期間 1 件 (24 時間) · 次の有効期限: CrashPlan (あと 373 日)',
      item: '空白期間, CrashPlan, 2026年11月30日 ～ 2026年12月1日, 24 時間, 5 行目',
      axis: '2025 | 2月',
      length: '1.5 時間, 24 時間, 80 日',
    });
  });
});

describe('in any language', () => {
  it('what fixes write is the same', async () => {
    const all = await Promise.all([undefined, translations('de'), translations('ja')].map(coreIn));
    const [english, ...others] = all.map(written);
    assert.match(english!, /# license-coverage: ask acmed for a temporary license of f 1\.0/);
    for (const other of others) assert.equal(other, english);
  });
});

/** All edits of all fixes, in a native file and in a vendor's. */
function written(core: Core): string {
  const files = [reportOf(core, 'licenses.yaml', knownCase), reportOf(core, 'acme.lic', vendorFile)];
  return files
    .flatMap(({ report }) => report.findings.flatMap(finding => core.fixesFor(finding, report)))
    .flatMap(fix => fix.make()?.edits.map(({ text }) => text) ?? [])
    .join('\n');
}
