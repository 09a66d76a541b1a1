/** The look of the raw source; what marks and colours are is said by `view-style.ts`. */
export const SOURCE_STYLE = `
.source{margin:0;padding:.6em 0;overflow-x:auto;font:12.5px/1.65 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK JP",monospace;max-height:34rem}
.source:focus-visible{outline:3px solid var(--focus);outline-offset:-3px}
.line{display:grid;grid-template-columns:3.6em minmax(0,1fr);gap:0 .8em;padding-right:1em}
.line>.at{text-align:right;color:var(--dim);user-select:none}
.line>.text{white-space:pre-wrap;overflow-wrap:anywhere}
.line.folded{background:var(--bar)}
.line.folded>.text{color:var(--dim)}
.source .mark{height:24px}
`;
