// Tells VS Code's menus whether the active editor shows a license file.
import * as vscode from 'vscode';
import type { Reports } from './reports';

export function registerContextKey(reports: Reports): vscode.Disposable {
  let told: boolean | undefined;
  const tell = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isLicenseFile = uri !== undefined && reports.of(uri) !== undefined;
    if (isLicenseFile === told) return;
    told = isLicenseFile;
    void vscode.commands.executeCommand('setContext', 'licenseCoverage.isLicenseFile', isLicenseFile);
  };
  tell();
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(tell), reports.onDidChange(tell));
}
