// Looks for license files folder by folder, where VS Code itself has no search: in file systems that extensions bring along.
import * as vscode from 'vscode';
import { forEachOf } from './parallel';

/** How many folders are looked into at most: each may be a question to a server. */
const mostFolders = 10_000;

interface Walk {
  readonly isHidden: (uri: vscode.Uri) => boolean;
  readonly isWanted: (uri: vscode.Uri) => boolean;
  /** Is told of a folder that can't be looked into. */
  readonly complain: (folder: vscode.Uri, error: unknown) => void;
  readonly isStopped: () => boolean;
}

export async function walk(root: vscode.Uri, { isHidden, isWanted, complain, isStopped }: Walk): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  let left = mostFolders;
  const look = async (folder: vscode.Uri): Promise<vscode.Uri[]> => {
    const inside: vscode.Uri[] = [];
    for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
      const uri = vscode.Uri.joinPath(folder, name);
      // A link to a folder may lead back to where it stands.
      if (type === vscode.FileType.Directory && !isHidden(uri)) inside.push(uri);
      else if ((type & vscode.FileType.File) !== 0 && isWanted(uri) && !isHidden(uri)) found.push(uri);
    }
    return inside;
  };
  for (let folders = [root]; folders.length > 0 && left > 0; ) {
    const next: vscode.Uri[] = [];
    const looked = folders.slice(0, left);
    left -= looked.length;
    await forEachOf(
      looked,
      folder =>
        look(folder).then(
          inside => next.push(...inside),
          error => complain(folder, error),
        ),
      isStopped,
    );
    folders = next;
  }
  return found;
}
