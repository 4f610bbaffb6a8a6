// Watches for license files that come, change, move and go.
import * as vscode from 'vscode';
import { gather } from './gather';
import { forEachOf } from './parallel';

export interface Watched {
  /** A file may say something else now; any file, whatever it is called. */
  changed(uri: vscode.Uri): void;
  /** A file or a folder is gone; the files of a folder are not told one by one. */
  gone(uri: vscode.Uri): void;
  /** A folder has come, and with it what is in it. */
  folderCame(uri: vscode.Uri): void;
  /** So much has come at once that one search is less work than a look at each. */
  muchCame(): void;
}

/** How many that came at once are looked at one by one. */
const few = 100;

/** `isHidden`: nothing in there is of interest. */
export function watchFiles(
  isHidden: (uri: vscode.Uri) => boolean,
  { changed, gone, folderCame, muchCame }: Watched,
): vscode.Disposable {
  // What was put into a new folder before VS Code began to watch it is never told.
  const newcomers = gather<vscode.Uri>(String, async uris => {
    const seen = uris.filter(uri => !isHidden(uri));
    if (seen.length > few) muchCame();
    else
      await forEachOf(seen, async uri => {
        if (await isFolder(uri)) folderCame(uri);
      });
  });
  const came = (uri: vscode.Uri): void => {
    changed(uri);
    newcomers.add(uri);
  };
  // The names are told apart here: VS Code compares a pattern with the whole path, and so knows none of one workspace folder alone.
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    newcomers,
    watcher,
    watcher.onDidCreate(came),
    watcher.onDidChange(changed),
    watcher.onDidDelete(gone),
    // What is done in VS Code itself is told by it at once; a watcher may be late, or miss what is done within one breath.
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(came)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(gone)),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        gone(oldUri);
        came(newUri);
      }
    }),
  );
}

function isFolder(uri: vscode.Uri): Promise<boolean> {
  const stat = Promise.resolve(vscode.workspace.fs.stat(uri));
  return stat.then(
    ({ type }) => (type & vscode.FileType.Directory) !== 0,
    () => false,
  );
}
