// What the tests of translations need of the core, in one bundle: the language is told before any words are made.
import './spoken-language';

export { analyze } from '../../../src/core/analyze';
export { codeLensesOf } from '../../../src/core/code-lenses';
export { nativeOffersAt } from '../../../src/core/completion';
export { gapsOf } from '../../../src/core/coverage';
export { explainGap, explainTerm } from '../../../src/core/explain';
export { fixesFor } from '../../../src/core/fixes';
export { readLicenseFile } from '../../../src/core/formats';
export { hoverAt } from '../../../src/core/hover';
export { inlayHintsIn } from '../../../src/core/inlay-hints';
export { licenseTree } from '../../../src/core/license-tree';
export { outlineOfTerms } from '../../../src/core/outline-terms';
export { requestFor } from '../../../src/core/request';
export { defaultSettings, readSettings } from '../../../src/core/settings';
export { statusOf } from '../../../src/core/status';
export { finish } from '../../../src/core/steps';
export { timelineOf } from '../../../src/core/timeline';
export { itemAt } from '../../../src/core/timeline/columns';
export { markdownText } from '../../../src/core/timeline/export-markdown';
export { mermaidText } from '../../../src/core/timeline/export-mermaid';
export { nameOf } from '../../../src/core/timeline/facts';
export { pageDataElement } from '../../../src/core/timeline/page';
export { ticks } from '../../../src/core/timeline/ticks';
export * as timelineWords from '../../../src/core/timeline/words';
export * as words from '../../../src/core/words';
