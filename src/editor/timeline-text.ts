// Opens the timeline as text: a table in an untitled Markdown document.
import * as vscode from 'vscode';
import type { TimelineModel } from '../core/timeline';
import { markdownText } from '../core/timeline/export-markdown';

export async function openTimelineText(model: TimelineModel): Promise<void> {
  const content = markdownText(model);
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}
