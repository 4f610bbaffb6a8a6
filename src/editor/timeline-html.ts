// The pages of the timeline: an empty body, one script, one style sheet, and a policy that lets nothing else in; or a sentence alone.
import * as vscode from 'vscode';
import { pageDataElement, pageLanguage } from '../core/timeline/page';
import * as words from '../core/timeline/words/host';

/** Where the page may load files from. */
const folders = ['dist', 'media'];

export function timelineOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: folders.map(folder => vscode.Uri.joinPath(extension, folder)) };
}

export function timelineHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomNonce();
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'nonce-${nonce}'`,
    // Pictures of the picture, on their way to a file.
    'img-src blob: data:',
    "font-src 'none'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${pageLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" nonce="${nonce}" href="${address('media', 'timeline.css')}">
<title>License Coverage</title>
</head>
<body>
${pageDataElement(vscode.l10n.bundle)}
<script nonce="${nonce}" src="${address('dist', 'timeline.js')}"></script>
</body>
</html>`;
}

/** What is left when the view does not answer: words of our own alone, which hold nothing that would be markup. */
export function failedHtml(): string {
  return `<!DOCTYPE html>
<html lang="${pageLanguage}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<title>License Coverage</title>
</head>
<body>
<h1>${words.viewFailed}</h1>
<p>${words.viewFailedRemedy}</p>
</body>
</html>`;
}

/** 128 random bits, new for each page. */
function randomNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
}
