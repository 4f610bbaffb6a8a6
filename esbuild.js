// Builds the bundles: the extension as a stub and the rest of it, both as one for browsers, the timeline's script and the command line.
const esbuild = require('esbuild');
const { version } = require('./package.json');

const production = process.argv.includes('--production');

/** What all bundles share. Sources are inlined only while developing. */
const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  target: 'es2022',
  logLevel: 'info',
  legalComments: 'none',
};

const node = { platform: 'node', format: 'cjs' };

const bundles = [
  {
    ...common,
    ...node,
    entryPoints: { extension: 'src/editor/extension.ts', main: 'src/editor/main.ts' },
    outdir: 'dist',
    // The stub requires the rest when it is wanted.
    external: ['vscode', './main'],
    supported: { 'dynamic-import': false },
  },
  {
    ...common,
    // A browser's extension host loads one file and no more.
    platform: 'browser',
    format: 'cjs',
    entryPoints: ['src/editor/extension.ts'],
    outfile: 'dist/web.js',
    external: ['vscode'],
  },
  {
    ...common,
    format: 'iife',
    platform: 'browser',
    // The page says that it is UTF-8; escapes would be longer.
    charset: 'utf8',
    // The page brings the translations, so a few lines do for the view.
    alias: { '@vscode/l10n': './src/webview/l10n.ts' },
    entryPoints: ['src/webview/timeline.ts'],
    outfile: 'dist/timeline.js',
  },
  {
    ...common,
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.js',
    define: { version: JSON.stringify(version) },
  },
];

async function main() {
  if (!process.argv.includes('--watch')) {
    await Promise.all(bundles.map(options => esbuild.build(options)));
    return;
  }
  const contexts = await Promise.all(bundles.map(options => esbuild.context(options)));
  await Promise.all(contexts.map(context => context.watch()));
}

main().catch(() => process.exit(1));
