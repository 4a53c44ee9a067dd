// Bundles the page: node bundle.mjs DIRECTORY
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const directory = process.argv[2];

// What JupyterLab's packages expect of a bundler: an SVG is a string where a script imports it and an address where a style
// sheet does, and a ~ in a style sheet stands before the name of a package.
const conventions = {
  name: 'conventions',
  setup(build) {
    build.onResolve({ filter: /\.svg$/ }, ({ path: file, kind, resolveDir }) =>
      kind === 'import-statement' ? { path: path.resolve(resolveDir, file), namespace: 'icon' } : undefined
    );
    build.onLoad({ filter: /.*/, namespace: 'icon' }, async ({ path: file }) => ({
      contents: await readFile(file, 'utf8'),
      loader: 'text'
    }));
    build.onResolve({ filter: /^~/ }, ({ path: file, kind, resolveDir }) =>
      build.resolve(file.substring(1), { kind, resolveDir })
    );
  }
};

await build({
  entryPoints: {
    page: 'page.js',
    'theme-light': '@jupyterlab/theme-light-extension/style/theme.css',
    'theme-dark': '@jupyterlab/theme-dark-extension/style/theme.css'
  },
  outdir: directory,
  bundle: true,
  format: 'esm',
  define: { 'process.env': '{}', global: 'globalThis', __dirname: '"/"' },
  // Diagrams in Markdown are loaded when one is met, and no chapter has one; .eot fonts are for browsers of old.
  external: ['mermaid', '@mermaid-js/*', '*.eot', '*.eot?#iefix'],
  loader: { '.svg': 'dataurl', '.woff': 'file', '.woff2': 'file', '.ttf': 'file' },
  plugins: [conventions],
  logLevel: 'warning'
});
await copyFile('index.html', path.join(directory, 'index.html'));
