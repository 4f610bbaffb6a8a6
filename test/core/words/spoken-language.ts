// Tells the words of a bundle which language they are in, as src/editor/localize.ts does.
import * as l10n from '@vscode/l10n';

declare const translations: Record<string, string> | undefined;

if (translations) l10n.config({ contents: translations });
