// The tools of language models: what is uncovered, and temporary licenses for it, which a person confirms before they are inserted.
import * as vscode from 'vscode';
import { shown } from '../core/text';
import { uncovered } from '../core/uncovered';
import { type FolderFill, planFill } from '../core/uncovered-fill';
import type { NamedReport, Refusal } from '../core/uncovered-question';
import * as words from '../core/words/tools';
import { markdownOf } from './markdown';
import type { FolderReport, Reports } from './reports';
import { workspaceEdit } from './workspace-edit';
import { isWritable } from './writable';

export type Tools = Readonly<
  Record<'licenseCoverage_uncovered' | 'licenseCoverage_prepareFill', vscode.LanguageModelTool<unknown>>
>;

export function createTools(reports: Reports): Tools {
  /** What a person was last asked to confirm, by what the model has sent. */
  const asked = new Map<string, string>();
  return {
    licenseCoverage_uncovered: {
      prepareInvocation: () => ({ invocationMessage: words.readingCoverage }),
      invoke: async ({ input }, token) => {
        await settled(reports, token);
        return result(
          accepted(
            uncovered(
              namedReports(reports).map(({ named }) => named),
              input,
            ),
          ),
        );
      },
    },
    licenseCoverage_prepareFill: {
      prepareInvocation: async ({ input }, token) => {
        const fills = await plan(reports, input, token);
        if (asked.size > mostAsked) asked.clear();
        asked.set(JSON.stringify(input), signatureOf(fills));
        const licenses = fills.flatMap(fill => fill.licenses);
        return {
          invocationMessage: words.insertingLicenses(licenses.length),
          confirmationMessages: { title: words.insertLicenses(licenses.length), message: confirmation(fills) },
        };
      },
      invoke: async ({ input }, token) => {
        const fills = await plan(reports, input, token);
        if (asked.get(JSON.stringify(input)) !== signatureOf(fills))
          throw new Error(
            'The files have changed since the user was asked. Nothing was inserted; call the tool again.',
          );
        asked.delete(JSON.stringify(input));
        return result(await insert(fills));
      },
    },
  };
}

/** Those that nobody has answered are forgotten some time. */
const mostAsked = 20;

/** A folder's part of the plan. */
type Fill = FolderFill & Pick<FolderReport, 'uriOf'>;

async function plan(reports: Reports, input: unknown, token: vscode.CancellationToken): Promise<readonly Fill[]> {
  await settled(reports, token);
  const named = namedReports(reports);
  const fills = accepted(
    planFill(
      named.map(each => each.named),
      input,
    ),
  );
  return fills.map((fill, index) => ({ ...fill, uriOf: named[index]!.uriOf }));
}

/** All that would be written, and into which text. */
function signatureOf(fills: readonly Fill[]): string {
  return JSON.stringify(
    fills.flatMap(({ files, uriOf }) => files.map(({ file, edits }) => [uriOf(file).toString(), file.text, edits])),
  );
}

function confirmation(fills: readonly Fill[]): vscode.MarkdownString {
  const facts = fills.flatMap(({ licenses }) =>
    licenses.map(({ file, line, name, days }) => ({
      label: words.linePlace(shown(file.path), line),
      text: words.newLicense(name, days),
    })),
  );
  return markdownOf({ title: words.insertedUnsaved, facts, symptoms: [], remedies: [] });
}

/** Into the editors and not to disk, so that a person sees it and can take it back. */
async function insert(fills: readonly Fill[]): Promise<object> {
  const files = fills.flatMap(({ files, uriOf }) => files.map(edits => ({ edits, uri: uriOf(edits.file) })));
  for (const { edits, uri } of files)
    if (!(await isWritable(uri)))
      throw new Error(`${JSON.stringify(shown(edits.file.path))} can only be read. Nothing was inserted.`);
  const uris = new Map(files.map(({ edits, uri }) => [edits.file, uri]));
  const edit = workspaceEdit(
    files.map(({ edits }) => edits),
    file => uris.get(file)!,
  );
  if (!edit || !(await vscode.workspace.applyEdit(edit)))
    throw new Error('The files have changed meanwhile. Nothing was inserted; call the tool again.');
  const [first] = files;
  if (first) await vscode.window.showTextDocument(first.uri, { preview: false });
  return {
    inserted: fills.flatMap(({ licenses }) =>
      licenses.map(({ file, name, days }) => ({ file: shown(file.path), product: name, days })),
    ),
    next:
      'The licenses stand in the editor, not saved, each with a placeholder instead of its key. The user has to ask the vendor for the ' +
      'keys, type them over the placeholders and save. Do not invent keys.',
  };
}

interface Folder extends Pick<FolderReport, 'uriOf'> {
  readonly named: NamedReport;
}

/** With the names of the folders where there are several. */
function namedReports(reports: Reports): readonly Folder[] {
  const all = reports.all();
  return all.map(({ report, uriOf }) => {
    const [first] = report.files;
    const folder = all.length > 1 && first ? vscode.workspace.getWorkspaceFolder(uriOf(first))?.name : undefined;
    return { named: { folder, report }, uriOf };
  });
}

async function settled(reports: Reports, token: vscode.CancellationToken): Promise<void> {
  const cancelled = new Promise<void>(resolve => token.onCancellationRequested(() => resolve()));
  await Promise.race([reports.settled(), cancelled]);
  if (token.isCancellationRequested) throw new vscode.CancellationError();
}

/** What is thrown is told to the model. */
function accepted<T extends object>(answer: T | Refusal): T {
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
}

function result(answer: object): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(answer))]);
}
