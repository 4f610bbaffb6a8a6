// Makes the picture of a license file or of all, and keeps the last good one while a text is torn.
import * as vscode from 'vscode';
import type { LicenseFile, Report, SourceFile } from '../core/model';
import { emptyTimeline, type Timeline, timelineOf } from '../core/timeline';
import { isWhole, withNotice, withProblems } from '../core/timeline/last-good';
import * as words from '../core/timeline/words/host';
import type { FolderReport, Reports } from './reports';
import { settingsFor } from './settings';

/** What a picture is of; `undefined`: of nothing yet. */
export type Subject = vscode.Uri | 'all-files' | undefined;

export interface Picture {
  readonly timeline: Timeline;
  /** It is an older one, since today's text can't be read. */
  readonly isStale: boolean;
  /** How long the texts are that it was made of, in UTF-16 units. */
  readonly size: number;
  uriOf(file: SourceFile): vscode.Uri | undefined;
}

/** Gives the picture of a subject as it is now, or the last good one of the same subject. */
export function createPictures(reports: Reports): (subject: Subject) => Picture {
  /** The last that was made of a text as it was then, and of what. */
  let last: { readonly key: string; readonly picture: Picture } | undefined;
  return subject => {
    const key = String(subject);
    const before = last?.key === key ? last.picture : undefined;
    const now = pictureOf(reports, subject);
    if (!now) return before ? unread(before) : nothing();
    if (before && isBeingTorn(now, before, subject)) return torn(now, before);
    last = { key, picture: now };
    return now;
  };
}

/** The picture as it is now; `undefined`: there is no such license file. */
export function pictureOf(reports: Reports, subject: Subject): Picture | undefined {
  if (subject === undefined) return undefined;
  if (subject === 'all-files') return pictureOfAll(reports);
  const folder = reports.of(subject);
  if (!folder) return undefined;
  const { report, file, uriOf } = folder;
  return { ...fresh([report], file, subject), size: file.text.length, uriOf };
}

/** In the same order each time, whatever has been read first. */
function pictureOfAll(reports: Reports): Picture | undefined {
  const all = reports
    .all()
    .filter(({ report }) => report.files.length > 0)
    .map(folder => ({ ...folder, key: String(folder.uriOf(folder.report.files[0]!)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  if (all.length === 0) return undefined;
  const uris = urisOf(all);
  const files = all.flatMap(({ report }) => report.files);
  return {
    ...fresh(
      all.map(({ report }) => report),
      undefined,
      undefined,
    ),
    size: files.reduce((sum, { text }) => sum + text.length, 0),
    uriOf: file => uris.get(file),
  };
}

/** By the very files: folders of one workspace may have files of one path. */
function urisOf(folders: readonly Pick<FolderReport, 'report' | 'uriOf'>[]): ReadonlyMap<SourceFile, vscode.Uri> {
  const uris = new Map<SourceFile, vscode.Uri>();
  for (const { report, uriOf } of folders) {
    for (const file of report.files) {
      const uri = uriOf(file);
      uris.set(file, uri);
      for (const document of file.documents) uris.set(document.file, uri);
    }
  }
  return uris;
}

function fresh(
  reports: readonly Report[],
  file: LicenseFile | undefined,
  scope: vscode.Uri | undefined,
): Pick<Picture, 'timeline' | 'isStale'> {
  // What is wrong with the settings is told where files are read.
  const { expiryWarningDays, timelineItems } = settingsFor(scope, () => undefined);
  return { timeline: timelineOf(reports, file, { expiryWarningDays, mostItems: timelineItems }), isStale: false };
}

function nothing(): Picture {
  return { timeline: emptyTimeline(Date.now()), isStale: false, size: 0, uriOf: () => undefined };
}

/** Of all files only the one that is typed in keeps the picture as it was: the others change it. */
function isBeingTorn(now: Picture, before: Picture, subject: Subject): boolean {
  const { model, placeOf } = now.timeline;
  if (model.problems.length === 0 || !isWhole(before.timeline)) return false;
  if (subject !== 'all-files') return true;
  const active = vscode.window.activeTextEditor?.document.uri.toString();
  return model.problems.some(({ id }) => {
    const place = placeOf(id);
    return place && now.uriOf(place.file)?.toString() === active;
  });
}

function torn(now: Picture, before: Picture): Picture {
  return {
    timeline: withProblems(before.timeline, now.timeline),
    isStale: true,
    size: now.size,
    uriOf: file => before.uriOf(file) ?? now.uriOf(file),
  };
}

function unread(before: Picture): Picture {
  return { ...before, timeline: withNotice(before.timeline, words.lastPicture), isStale: true };
}
