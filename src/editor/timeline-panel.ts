// The timeline panel: one beside the editor, following the active license file.
import * as vscode from 'vscode';
import { emptyTimeline, type Timeline, timelineOf } from '../core/timeline';
import { type HostMessage, type ViewMessage, viewMessage } from '../core/timeline-messages';
import * as words from '../core/words';
import { ranges } from './convert';
import { columnOf } from './files';
import type { Reports } from './reports';
import { timelineHtml } from './timeline-html';

const viewType = 'licenseCoverage.timeline';
/** Where the file that the panel showed last is remembered over a reload. */
const followedKey = 'licenseCoverage.timeline.followed';
/** Changes within this time are shown together, in ms. */
const settleTime = 120;

export function registerTimeline(context: vscode.ExtensionContext, reports: Reports): vscode.Disposable {
  let open: OpenPanel | undefined;
  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri | undefined): void => {
    open = openPanel(panel, context, reports, uri);
    panel.onDidDispose(() => (open = undefined));
  };
  const show = (): void => {
    const uri = worthShowing(context, reports);
    if (open) {
      open.follow(vscode.window.activeTextEditor?.document.uri);
      open.panel.reveal(undefined, false);
      return;
    }
    const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false };
    adopt(vscode.window.createWebviewPanel(viewType, words.timelineWords.heading, column, options(context)), uri);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('licenseCoverage.showTimeline', show),
    vscode.window.registerWebviewPanelSerializer(viewType, {
      // What the view remembers is its own; which file it showed is ours to know.
      deserializeWebviewPanel: async panel => {
        const uri = followedLast(context);
        adopt(panel, uri);
        // Opening the document makes it known to the reports; a file that is gone leaves the panel empty.
        if (uri) await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
      },
    }),
  );
}

function followedLast(context: vscode.ExtensionContext): vscode.Uri | undefined {
  const text = context.workspaceState.get<string>(followedKey);
  return text === undefined ? undefined : vscode.Uri.parse(text);
}

/** The license file that is being looked at, else the one that the panel showed last, else any. */
function worthShowing(context: vscode.ExtensionContext, reports: Reports): vscode.Uri | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  const any = reports.all().flatMap(({ report, uriOf }) => report.files.slice(0, 1).map(uriOf));
  return [active, followedLast(context), ...any].find(uri => uri !== undefined && reports.of(uri) !== undefined);
}

function options(context: vscode.ExtensionContext): vscode.WebviewOptions {
  const folder = (name: string): vscode.Uri => vscode.Uri.joinPath(context.extensionUri, name);
  return { enableScripts: true, localResourceRoots: [folder('dist'), folder('media')] };
}

interface OpenPanel {
  readonly panel: vscode.WebviewPanel;
  /** Shows a file from now on, if it is a license file. */
  follow(uri: vscode.Uri | undefined): void;
}

function openPanel(
  panel: vscode.WebviewPanel,
  context: vscode.ExtensionContext,
  reports: Reports,
  first: vscode.Uri | undefined,
): OpenPanel {
  let followed = first;
  let seq = 0;
  let timeline: Timeline | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where `reveal` has put the cursor: that move is not to be answered by selecting what was clicked. */
  let revealed: vscode.Position | undefined;

  // Never awaited: while a panel is being set up or moved, the answer may not come at all.
  const post = (message: HostMessage): void => void panel.webview.postMessage(message);

  const send = (): void => {
    const folder = followed && reports.of(followed);
    if (folder) timeline = timelineOf(folder.report, folder.file);
    else timeline = timeline ? withNotice(timeline, words.lastPicture) : undefined;
    const { model } = timeline ?? emptyTimeline(Date.now());
    panel.title = model.title === '' ? words.timelineWords.heading : words.timelineTitle(model.title);
    seq++;
    post({
      v: 1,
      t: 'init',
      seq,
      model,
      words: { ...words.timelineWords, months: words.monthNames.join(' ') },
    });
  };
  const sendSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      send();
      const editor = vscode.window.activeTextEditor;
      if (editor) selectAt(editor);
    }, settleTime);
  };
  const follow = (uri: vscode.Uri | undefined): void => {
    if (!uri || !reports.of(uri)) return;
    followed = uri;
    void context.workspaceState.update(followedKey, uri.toString());
    send();
  };

  const reveal = async ({ id, focus }: Extract<ViewMessage, { t: 'reveal' }>): Promise<void> => {
    const place = timeline?.places[id];
    const folder = followed && reports.of(followed);
    if (!place || !folder) return;
    const document = await vscode.workspace.openTextDocument(folder.uriOf(place.file));
    // Where a tab shows it already, so that it is not opened a second time.
    const column = columnOf(document.uri) ?? vscode.ViewColumn.One;
    const range = ranges(place.file.text)(place.span);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: column, preserveFocus: !focus });
    revealed = range.start;
    editor.selection = new vscode.Selection(range.start, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const receive = (data: unknown): void => {
    const message = viewMessage(data);
    if (message?.t === 'ready') send();
    // Ids of an older picture mean nothing any more.
    if (message?.t === 'reveal' && message.seq === seq) void reveal(message);
  };

  /** The item that the cursor stands in is selected in the picture; a gap's date before the license that it belongs to. */
  const selectAt = ({ document, selection: { active } }: vscode.TextEditor): void => {
    if (document.uri.toString() !== followed?.toString()) return;
    const isOwn = revealed?.isEqual(active);
    revealed = undefined;
    if (isOwn) return;
    const file = reports.of(document.uri)?.file;
    const offset = document.offsetAt(active);
    // Places in a text that has changed since would be wrong; the next picture is on its way.
    const holds = (place: Timeline['places'][number]): boolean =>
      place.file.path === file?.path &&
      place.file.text === file.text &&
      place.span.start <= offset &&
      offset <= place.span.end;
    const found = timeline?.places.flatMap((place, id) =>
      holds(place) ? [{ id, length: place.span.end - place.span.start }] : [],
    );
    const nearest = found?.sort((a, b) => a.length - b.length)[0];
    if (nearest) post({ v: 1, t: 'select', seq, id: nearest.id });
  };

  const subscriptions = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage(receive),
    reports.onDidChange(sendSoon),
    vscode.window.onDidChangeActiveTextEditor(editor => follow(editor?.document.uri)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => selectAt(textEditor)),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    subscriptions.dispose();
  });
  panel.webview.options = options(context);
  panel.webview.html = timelineHtml(panel.webview, context.extensionUri);
  follow(first);
  return { panel, follow };
}

/** The picture as it is, with something to be said of it. */
function withNotice({ model, places }: Timeline, notice: string): Timeline {
  return { model: { ...model, notice }, places };
}
