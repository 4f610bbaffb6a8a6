// One open timeline: what it shows, what the view is told, and what the view asks for.
import * as vscode from 'vscode';
import { type HostMessage, type PictureRequest, viewMessage } from '../core/timeline/messages';
import * as words from '../core/timeline/words';
import type { Reports } from './reports';
import { createActions, type Kind } from './timeline-actions';
import { createDelivery } from './timeline-delivery';
import { createDropCounter } from './timeline-dropped';
import { exportTimeline } from './timeline-export';
import type { Follow } from './timeline-follow';
import { failedHtml, timelineHtml, timelineOptions } from './timeline-html';
import { createPictures, type Picture } from './timeline-picture';
import { createPictureRequests, type PictureData } from './timeline-request';
import type { Target } from './timeline-reveal';

/** Changes within this time are shown together, in ms. */
const settleTime = 120;
/** The same for long texts, and from which length on, in UTF-16 units. */
const longSettleTime = 1000;
const longText = 1_000_000;
/** How long the view may take to draw, in ms, and how many items it has a millisecond more for. */
const patience = 2000;
const itemsAMillisecond = 20;
/** How long the focus takes into the view, in ms. */
const focusTime = 500;

export interface Session {
  readonly panel: vscode.WebviewPanel;
  readonly follow: Follow;
  /** As it is now. */
  picture(): Picture;
  /** Shows what is followed now. */
  update(): void;
  /** Does what is asked about an item of the picture of this number; an older one's mean nothing any more. */
  act(kind: Kind, seq: number, id: number | null): void;
  export(): Promise<void>;
}

/** Lives as long as its panel. */
export function openSession(
  panel: vscode.WebviewPanel,
  extension: vscode.Uri,
  reports: Reports,
  follow: Follow,
  log: vscode.LogOutputChannel,
): Session {
  const pictureOf = createPictures(reports);
  const requests = createPictureRequests();
  const dropped = createDropCounter(log);
  let seq = 0;
  let shown: Picture | undefined;
  let hasFailed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Where `reveal` has put the cursor: that move is not to be answered by selecting what was clicked. */
  let revealed: vscode.Position | undefined;

  // Never awaited: while a panel is being set up or moved, the answer may not come at all.
  const post = (message: HostMessage): void => void panel.webview.postMessage(message);

  const delivery = createDelivery({
    send: () => {
      shown = pictureOf(follow.subject());
      const { timeline, isStale } = shown;
      const { model } = timeline;
      panel.title = model.state === 'no-file' ? words.heading : words.title(model.title);
      post({ v: 1, t: 'init', seq: ++seq, model, isStale });
      const editor = vscode.window.activeTextEditor;
      if (editor) selectAt(editor);
      return { seq, patience: patience + model.labels.length / itemsAMillisecond };
    },
    isWatched: () => vscode.window.state.focused,
    fail: () => {
      hasFailed = true;
      panel.webview.html = failedHtml();
    },
  });
  const load = (): void => {
    hasFailed = false;
    panel.webview.html = timelineHtml(panel.webview, extension);
  };
  const update = (): void => {
    clearTimeout(timer);
    // Without this a folder that nobody has looked into yet would be missing.
    if (follow.subject() === 'all-files') void reports.settled();
    if (hasFailed) load();
    else delivery.update();
  };
  const updateSoon = (): void => {
    clearTimeout(timer);
    // A file that has been opened is known only now.
    follow.see(vscode.window.activeTextEditor?.document.uri);
    if (hasFailed) return;
    timer = setTimeout(update, (shown?.size ?? 0) > longText ? longSettleTime : settleTime);
  };

  const targetOf = (id: number | null): Target | undefined => {
    const place = id === null ? undefined : shown?.timeline.placeOf(id);
    const uri = place && shown?.uriOf(place.file);
    return uri && { uri, place };
  };

  /** The item that the cursor stands in is selected in the picture; a gap's date before the license that it belongs to. */
  const selectAt = ({ document, selection: { active } }: vscode.TextEditor): void => {
    const isOwn = revealed?.isEqual(active);
    revealed = undefined;
    const folder = reports.of(document.uri);
    if (isOwn || !shown || !folder || !panel.visible) return;
    const id = shown.timeline.itemAt(folder.file.path, document.offsetAt(active));
    const target = id === undefined ? undefined : targetOf(id);
    // Places in a text that has changed since would be wrong, and folders may have files of one path.
    if (id === undefined || target?.uri.toString() !== document.uri.toString()) return;
    if (target.place.file.text !== folder.file.text || !folder.isCurrent(document)) return;
    post({ v: 1, t: 'select', seq, id });
  };

  const actions = createActions({
    ...{ panel, follow, reports, targetOf, update },
    shown: () => shown?.timeline.model,
    willMove: to => {
      revealed = to;
    },
    export: () => exporting(),
  });
  const act: Session['act'] = (kind, of, id) => {
    if (of === seq) actions[kind](id, true);
  };

  /** Only a page that has the focus may write to the clipboard, and VS Code does not tell when it has come there. */
  const giveFocus = async (): Promise<void> => {
    panel.reveal();
    await new Promise(resolve => setTimeout(resolve, focusTime));
  };
  const picture = (request: PictureRequest): Promise<PictureData> =>
    requests.ask(request, async () => {
      // A hidden view draws nothing.
      if (!panel.visible) panel.reveal();
      await delivery.whenShown();
      if (request.format === 'clipboard') await giveFocus();
      post({ v: 1, t: 'export', seq, picture: request });
      return seq;
    });
  const exporting = (): Promise<void> => {
    const subject = follow.subject();
    const file = subject === 'all-files' ? undefined : subject;
    return exportTimeline({ model: () => current().timeline.model, file, picture });
  };
  const current = (): Picture => pictureOf(follow.subject());

  const receive = (data: unknown): void => {
    const message = viewMessage(data);
    if (message?.t === 'ready') delivery.listen();
    else if (message?.t === 'ack') delivery.acknowledge(message.seq);
    else if (message?.t === 'action') act(message.kind, message.seq, message.id);
    else if (message?.t === 'reveal') {
      if (message.seq === seq) actions.reveal(message.id, message.focus);
    } else if (message?.t !== 'exported' || !requests.answer(message)) dropped.count(data);
  };

  const subscriptions = vscode.Disposable.from(
    dropped,
    delivery,
    requests,
    panel.webview.onDidReceiveMessage(receive),
    panel.onDidChangeViewState(() => {
      if (!panel.visible) delivery.hide();
    }),
    reports.onDidChange(updateSoon),
    vscode.window.onDidChangeActiveTextEditor(editor => {
      if (follow.see(editor?.document.uri)) update();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => selectAt(textEditor)),
  );
  panel.onDidDispose(() => {
    clearTimeout(timer);
    subscriptions.dispose();
  });
  panel.webview.options = timelineOptions(extension);
  load();
  update();
  return { panel, follow, picture: current, update, act, export: exporting };
}
