// Typesets mathematics and colours Java, a request a line: {"kind", "text", "display"} in, {"html"} or {"error"} out.
'use strict';
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const vm = require('vm');

// MathJax wants its global to be there before it is loaded; Prism must not look for a page to work on.
globalThis.MathJax = {loader: {}, startup: {}};
globalThis.Prism = {manual: true, disableWorkerMessageHandler: true};
for (const script of process.argv.slice(2)) {
    vm.runInThisContext(fs.readFileSync(path.join(__dirname, script), 'utf8'), {filename: script});
}

const {adaptors, core, handlers, input, mathjax, output} = MathJax._;
const adaptor = adaptors.liteAdaptor.liteAdaptor();
handlers.html_ts.RegisterHTMLHandler(adaptor);
const page = mathjax.mathjax.document('', {
    InputJax: new input.tex_ts.TeX({
        packages: ['base', 'ams', 'color'],
        formatError: (_, error) => {
            throw error;
        },
    }),
    OutputJax: new output.chtml_ts.CHTML({
        font: new output.chtml.fonts.tex_ts.TeXFont({fontURL: 'fonts'}),
        matchFontHeight: false,
    }),
});
const mathml = new core.MmlTree.SerializedMmlVisitor.SerializedMmlVisitor();

// For the eye as glyphs of MathJax's fonts, for a screen reader as MathML.
function math(tex, display) {
    const item = new page.options.MathItem(tex, page.inputJax[0], display);
    item.start.node = adaptor.body(page.document);
    item.setMetrics(16, 8, 1e6, 1e6, 1);
    item.convert(page);
    const spoken = mathml.visitTree(item.root).replace(/\n\s*/g, '').replace(/ data-mjx-\w+="[^"]*"/g, '');
    adaptor.setAttribute(item.typesetRoot, 'aria-hidden', 'true');
    return adaptor.outerHTML(item.typesetRoot) + '<span class="spoken">' + spoken + '</span>';
}

// Only what the formulas so far have used.
function styles() {
    return adaptor.textContent(page.outputJax.styleSheet(page));
}

function answer({kind, text, display}) {
    switch (kind) {
        case 'math':
            return math(text, display);
        case 'java':
            return Prism.highlight(text, Prism.languages.java, 'java');
        case 'styles':
            return styles();
        default:
            throw new Error('no such kind of request: ' + kind);
    }
}

readline.createInterface({input: process.stdin}).on('line', line => {
    let reply;
    try {
        reply = {html: answer(JSON.parse(line))};
    } catch (error) {
        reply = {error: error.message};
    }
    process.stdout.write(JSON.stringify(reply) + '\n');
});
