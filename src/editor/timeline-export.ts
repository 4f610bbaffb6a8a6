// Writes the timeline into a file or puts it on the clipboard: as a picture, which the view makes, or as text.
import * as vscode from 'vscode';
import type { TimelineModel } from '../core/timeline';
import { anonymous } from '../core/timeline/anonymous';
import { csvText } from '../core/timeline/export-csv';
import { markdownText } from '../core/timeline/export-markdown';
import { mermaidText } from '../core/timeline/export-mermaid';
import { exportName } from '../core/timeline/export-name';
import type { PictureRequest } from '../core/timeline/messages';
import * as words from '../core/timeline/words/host';
import type { PictureData } from './timeline-request';

/** What is exported. */
export interface ExportSource {
  model(): TimelineModel;
  /** The license file, beside which a file is proposed. */
  readonly file: vscode.Uri | undefined;
  picture(request: PictureRequest): Promise<PictureData>;
}

interface Options {
  readonly isAnonymous: boolean;
  readonly theme: PictureRequest['theme'];
}

/** Without an ending it goes to the clipboard. */
interface Format extends vscode.QuickPickItem {
  readonly ending?: string;
  readonly text?: (model: TimelineModel) => string;
  readonly picture?: Pick<PictureRequest, 'format' | 'scale'>;
}

const { exporting } = words;
const { details } = exporting;

const formats: readonly Format[] = [
  { label: exporting.svg, detail: details.svg, ending: 'svg', picture: { format: 'svg', scale: 1 } },
  { label: exporting.png, detail: details.png, ending: 'png', picture: { format: 'png', scale: 1 } },
  { label: exporting.png2, detail: details.png2, ending: 'png', picture: { format: 'png', scale: 2 } },
  { label: exporting.image, detail: details.image, picture: { format: 'clipboard', scale: 1 } },
  { label: exporting.csv, detail: details.csv, ending: 'csv', text: csvText },
  { label: exporting.markdown, detail: details.markdown, ending: 'md', text: markdownText },
  { label: exporting.mermaid, detail: details.mermaid, ending: 'mmd', text: mermaidText },
  { label: exporting.copyMarkdown, detail: details.copyMarkdown, text: markdownText },
];

/** The focus may still be on its way back into the view, from the menu or the palette. */
const staying = { ignoreFocusOut: true };

export async function exportTimeline(source: ExportSource): Promise<void> {
  if (source.model().state !== 'ok') {
    void vscode.window.showInformationMessage(words.nothingToExport);
    return;
  }
  const { title } = exporting;
  const format = await vscode.window.showQuickPick(formats, { ...staying, title, placeHolder: exporting.which });
  const options = format && (await chooseOptions(format));
  if (!format || !options) return;
  if (format.text) await exportText(format, options, source);
  else if (format.picture) await exportPicture(format, format.picture, options, source);
}

async function chooseOptions({ label, picture }: Format): Promise<Options | undefined> {
  const anonymize = { label: exporting.anonymous, detail: exporting.anonymousDetail };
  const print = { label: exporting.print, detail: exporting.printDetail };
  const title = `${exporting.title}: ${label}`;
  const picked = await vscode.window.showQuickPick(picture ? [anonymize, print] : [anonymize], {
    ...{ ...staying, title, placeHolder: exporting.how, canPickMany: true },
  });
  return picked && { isAnonymous: picked.includes(anonymize), theme: picked.includes(print) ? 'print' : 'shown' };
}

async function exportText({ text, ending }: Format, options: Options, source: ExportSource): Promise<void> {
  const model = modelFor(options, source);
  const content = text!(model);
  if (ending) return save([new TextEncoder().encode(content)], ending, model, source);
  await vscode.env.clipboard.writeText(content);
  void vscode.window.showInformationMessage(words.tableCopied);
}

async function exportPicture(
  { ending }: Format,
  picture: NonNullable<Format['picture']>,
  options: Options,
  source: ExportSource,
): Promise<void> {
  const { isAnonymous, theme } = options;
  const model = isAnonymous ? modelFor(options, source) : null;
  const data = await source.picture({ ...picture, theme, model });
  if (data === undefined) return warn(words.noPicture);
  if (picture.format === 'clipboard') {
    if (data === null) return warn(words.copyFailed);
    void vscode.window.showInformationMessage(words.imageCopied);
    return;
  }
  // An SVG is text, a PNG is bytes: anything else is none.
  if (data === null || (typeof data === 'string') !== (picture.format === 'svg')) return warn(words.pictureFailed);
  const pages = typeof data === 'string' ? [new TextEncoder().encode(data)] : data.map(page => new Uint8Array(page));
  await save(pages, ending!, modelFor(options, source), source);
}

function modelFor({ isAnonymous }: Options, source: ExportSource): TimelineModel {
  return isAnonymous ? anonymous(source.model()) : source.model();
}

/** Several pages are as many files, each with its number in its name. */
async function save(
  pages: readonly Uint8Array[],
  ending: string,
  model: TimelineModel,
  { file }: ExportSource,
): Promise<void> {
  const defaultUri = proposed(file, exportName(model, ending));
  const uri = await vscode.window.showSaveDialog({
    ...(defaultUri && { defaultUri }),
    filters: { [ending.toUpperCase()]: [ending] },
    title: exporting.title,
  });
  if (!uri) return;
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
  try {
    for (const [index, page] of pages.entries())
      await vscode.workspace.fs.writeFile(pages.length === 1 ? uri : numbered(uri, index + 1), page);
  } catch (error) {
    void vscode.window.showErrorMessage(words.notWritten(name, error instanceof Error ? error.message : String(error)));
    return;
  }
  if (pages.length > 1) {
    void vscode.window.showInformationMessage(words.exportedPages(name, pages.length));
    return;
  }
  const answer = await vscode.window.showInformationMessage(words.exported(name), exporting.open);
  if (answer === exporting.open) await vscode.commands.executeCommand('vscode.open', uri);
}

/** `coverage-2.png` for `coverage.png`. */
function numbered(uri: vscode.Uri, page: number): vscode.Uri {
  return uri.with({ path: uri.path.replace(/(\.[^./]*)?$/, ending => `-${page}${ending}`) });
}

/** Beside the license file; for one that is not saved yet in the workspace. */
function proposed(file: vscode.Uri | undefined, name: string): vscode.Uri | undefined {
  if (file && file.scheme !== 'untitled') return vscode.Uri.joinPath(file, '..', name);
  const folder = vscode.workspace.workspaceFolders?.[0];
  return folder && vscode.Uri.joinPath(folder.uri, name);
}

function warn(message: string): void {
  void vscode.window.showWarningMessage(message);
}
