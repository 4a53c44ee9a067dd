// A chapter in JupyterLab 4's own notebook widget, with its own renderers, sanitizer and mathematics: what JupyterLab shows of a
// chapter, without the application around it. The address names the notebook, the server's token, and whether a kernel starts.
import { CodeMirrorEditorFactory, CodeMirrorMimeTypeService } from '@jupyterlab/codemirror';
import { EditorExtensionRegistry, EditorLanguageRegistry, EditorThemeRegistry, ybinding } from '@jupyterlab/codemirror';
import { PageConfig } from '@jupyterlab/coreutils';
import { Context } from '@jupyterlab/docregistry';
import { createMarkdownParser } from '@jupyterlab/markedparser-extension';
import { MathJaxTypesetter } from '@jupyterlab/mathjax-extension';
import { NotebookActions, NotebookModelFactory, NotebookPanel, NotebookWidgetFactory, StaticNotebook, ToolbarItems } from '@jupyterlab/notebook';
import { RenderMimeRegistry, standardRendererFactories } from '@jupyterlab/rendermime';
import { ServiceManager } from '@jupyterlab/services';
import { Widget } from '@lumino/widgets';

import '@jupyterlab/application/style/index.js';
import '@jupyterlab/codemirror/style/index.js';
import '@jupyterlab/mathjax-extension/style/index.js';
import '@jupyterlab/notebook/style/index.js';
import './page.css';

const wanted = new URLSearchParams(location.search);

// As JupyterLab marks its page: its style sheets ask for it.
function showTheme(name) {
  document.getElementById('theme').href = `theme-${name}.css`;
  document.body.dataset.jpThemeLight = String(name === 'light');
  document.body.dataset.jpThemeName = name === 'light' ? 'JupyterLab Light' : 'JupyterLab Dark';
}

function languages() {
  const registry = new EditorLanguageRegistry();
  EditorLanguageRegistry.getDefaultLanguages()
    .filter(language => ['java', 'ipythongfm'].includes(language.name.toLowerCase()))
    .forEach(language => registry.addLanguage(language));
  return registry;
}

function editorExtensions() {
  const themes = new EditorThemeRegistry();
  EditorThemeRegistry.getDefaultThemes().forEach(theme => themes.addTheme(theme));
  const registry = new EditorExtensionRegistry();
  EditorExtensionRegistry.getDefaultExtensions({ themes }).forEach(extension => registry.addExtension(extension));
  registry.addExtension({
    name: 'shared-model-binding',
    factory: ({ model }) =>
      EditorExtensionRegistry.createImmutableExtension(
        ybinding({ ytext: model.sharedModel.ysource, undoManager: model.sharedModel.undoManager ?? undefined })
      )
  });
  return registry;
}

function widgetFactory(languages) {
  const editors = new CodeMirrorEditorFactory({ extensions: editorExtensions(), languages });
  return new NotebookWidgetFactory({
    name: 'Notebook',
    fileTypes: ['notebook'],
    rendermime: new RenderMimeRegistry({
      initialFactories: standardRendererFactories,
      latexTypesetter: new MathJaxTypesetter(),
      markdownParser: createMarkdownParser(languages)
    }),
    contentFactory: new NotebookPanel.ContentFactory({ editorFactory: editors.newInlineEditor }),
    mimeTypeService: new CodeMirrorMimeTypeService(languages),
    // All cells are there at once, not when a reader comes to them.
    notebookConfig: { ...StaticNotebook.defaultNotebookConfig, windowingMode: 'none' },
    toolbarFactory: panel => ToolbarItems.getDefaultItems(panel)
  });
}

async function open() {
  PageConfig.setOption('baseUrl', new URL('/', location.href).href);
  PageConfig.setOption('token', wanted.get('token'));
  showTheme('light');
  const manager = new ServiceManager();
  await manager.ready;
  const context = new Context({
    manager,
    factory: new NotebookModelFactory(),
    path: wanted.get('notebook'),
    kernelPreference: { shouldStart: wanted.has('kernel') }
  });
  const panel = widgetFactory(languages()).createNew(context);
  panel.id = 'main';
  panel.addClass('jp-ThemedContainer');
  Widget.attach(panel, document.body);
  await context.initialize(false);
  await panel.revealed;
  const { content: notebook, sessionContext } = panel;
  if (wanted.has('kernel')) {
    await sessionContext.ready;
    await sessionContext.session.kernel.info;
  }
  // What the test asks for.
  window.chapter = {
    notebook,
    sessionContext,
    context,
    showTheme,
    runAll() {
      NotebookActions.clearAllOutputs(notebook);
      return NotebookActions.runAll(notebook, sessionContext);
    },
    run(source) {
      notebook.model.sharedModel.addCell({ cell_type: 'code', source });
      return NotebookActions.runCells(notebook, [notebook.widgets.at(-1)], sessionContext);
    }
  };
}

open();
