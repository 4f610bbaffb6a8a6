// The page of the timeline: an empty body, one script, one style sheet, and a policy that lets nothing else in.
import * as vscode from 'vscode';

export function timelineHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomNonce();
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'timeline.css')}">
<title>License Coverage</title>
</head>
<body>
<script nonce="${nonce}" src="${address('dist', 'timeline.js')}"></script>
</body>
</html>`;
}

/** 128 random bits, new for each page. */
function randomNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('');
}
