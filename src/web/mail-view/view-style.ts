/**
 * The look of a drawn mail: the only style sheet inside its shadow root, constant, adopted as a constructed sheet (which a
 * policy of `style-src 'self'` allows). Like the window of a mail program; the mail itself lies on white paper in either
 * colour scheme, since its own colours were chosen for that. Text reaches 4.5:1, marks are at least 24 px (WCAG 2.2, 1.4.3, 2.5.8).
 */
export const VIEW_STYLE = `
:host{all:initial;display:block;contain:content;padding:3px;--sheet:#fff;--ink:#1d1f24;--dim:#565b65;--line:#d0d5dd;--bar:#f1f3f6;--red:#b3141d;--red-soft:#fdeaea;--more:#6b4a00;--more-soft:#fff3d6;--green:#0f6a3c;--green-soft:#e5f5ec;--link:#0b4fb3;--stripe:#f3e6c4;--focus:#0b57d0}
@media (prefers-color-scheme:dark){:host{--sheet:#1b1e24;--ink:#e9ebf0;--dim:#aab0bb;--line:#434a57;--bar:#262a32;--red:#ff9a96;--red-soft:#43191b;--more:#ffd07a;--more-soft:#3a2d10;--green:#84dda9;--green-soft:#15301f;--link:#8fbcff;--stripe:#4a3d18;--focus:#8fbcff}}
*{box-sizing:border-box;max-width:100%}
.window{font:15px/1.7 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;color:var(--ink);background:var(--sheet);border:1px solid var(--line);border-radius:12px;overflow:hidden;box-shadow:0 1px 2px #0000001f,0 6px 18px -10px #00000040;overflow-wrap:anywhere;text-align:start}
.bar{display:flex;gap:.5em;align-items:center;background:var(--bar);border-bottom:1px solid var(--line);padding:.35em 1em;font-size:12.5px;color:var(--dim)}
.bar svg,.bar i{flex:none}
.dots{display:inline-flex;gap:5px}
.dots i{width:9px;height:9px;border-radius:50%;background:var(--line)}
.head{padding:.9em 1.1em .8em;border-bottom:1px solid var(--line)}
.row{display:grid;grid-template-columns:5.2em minmax(0,1fr);gap:0 .7em;padding:.12em 0;align-items:baseline;font-size:14px}
.row>.label{color:var(--dim);font-size:12.5px}
.row.subject{display:block;font-size:18px;line-height:1.5;font-weight:700;padding-bottom:.45em;text-wrap:pretty}
.row.subject>.label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.row.technical{grid-template-columns:minmax(0,1fr);margin-top:.35em;padding:.35em .6em;border-radius:6px;background:var(--bar)}
.row.technical>.value{font:12.5px/1.6 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
.name{font-weight:700}
.address{color:var(--dim)}
.address::before{content:"<"}.address::after{content:">"}
.domain{color:var(--ink);font-weight:700}
.file{display:inline-flex;align-items:center;gap:.35em;border:1px solid var(--line);border-radius:6px;padding:.1em .6em;margin:.1em .4em .1em 0;background:var(--bar)}
.file::before{content:"";flex:none;width:.7em;height:.9em;border:1.5px solid var(--dim);border-radius:2px}
.body{overflow-x:auto}
.body:focus-visible{outline:3px solid var(--focus);outline-offset:-3px}
.page{background:#fff;color:#1c1c1e;padding:14px 16px;overflow-wrap:break-word;--ink:#1d1f24;--dim:#565b65;--line:#c3c9d3;--bar:#f1f3f6;--red:#b3141d;--red-soft:#fdeaea;--more:#6b4a00;--more-soft:#fff3d6;--green:#0f6a3c;--green-soft:#e5f5ec;--link:#0b4fb3;--stripe:#f3e6c4;--focus:#0b57d0}
.plain{white-space:pre-wrap;padding:1em 1.15em;font-size:15px}
.nothing{padding:1.4em 1.1em;color:var(--dim)}
.paragraph{margin:.9em 0}
.heading{margin:.7em 0;line-height:1.4}
.list,.ordered{padding-left:1.5em;margin:.6em 0;counter-reset:item}
.item::before{content:"•";display:inline-block;width:1.1em;margin-left:-1.1em}
.ordered>.item{counter-increment:item}
.ordered>.item::before{content:counter(item) "."}
blockquote{margin:.6em 0 .6em .2em;padding-left:.9em;border-left:3px solid var(--line)}
pre{margin:.6em 0;font:13.5px/1.6 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap}
table{border-collapse:separate;border-spacing:0;font:inherit;color:inherit}
td{padding:1px;text-align:inherit;vertical-align:inherit}
td{vertical-align:middle}
hr{border:0;border-top:1px solid var(--line);margin:.8em 0}
.link{text-decoration:underline;text-decoration-style:dotted;text-underline-offset:.2em;cursor:not-allowed}
.plain .link{color:var(--link)}
.target{display:inline-block;font:500 12px/1.5 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;letter-spacing:0;min-width:6.5em;color:#3a4250;background:#f4f6f9;border:1px solid #c6ccd6;border-radius:5px;padding:0 .45em;margin:.1em .2em;overflow-wrap:anywhere;text-align:left;vertical-align:baseline;white-space:normal}
.host{color:#1f2530;font-weight:700}
.target[data-numbers]{background:#fff8e6;border-color:#d9bd7a;color:#5a3f00}
.target[data-numbers] .host{color:#5a3f00}
.target.strong{background:#fff1f0;border-color:#e0a5a2;color:#5b1216}
.target.strong .host{color:#8f0f18}
.target.genuine{background:#eef8f2;border-color:#9ccbb2;color:#0f4f2f}
.target.genuine .host{color:#0f4f2f}
.hidden,.salt{background:repeating-linear-gradient(-45deg,var(--stripe) 0 6px,transparent 6px 12px),#fffaf0;color:#33280a;border:1px dashed #8a6d1a;border-radius:5px;padding:.05em .4em;font-size:13px;line-height:1.6;font-weight:400}
.hidden{display:inline-block;margin:.2em 0;text-shadow:0 0 3px #fffaf0,0 0 3px #fffaf0,0 0 3px #fffaf0;text-align:left}
.salt{padding:0 .15em}
.hidden-label{display:inline-block;background:#5f4a08;color:#fff;border-radius:3px;padding:0 .45em;margin-right:.45em;font-size:11.5px;font-weight:700;text-shadow:none}
.salt>.hidden-label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.hidden .dim{color:#4d3d0d}
.unseen,.box{border:1px dashed var(--dim);border-radius:8px;padding:.45em .7em;margin:.4em 0;font-size:13.5px}
.unseen{background:var(--bar);color:var(--ink)}
.box>.dim:first-child{margin-bottom:.3em}
.chip{display:inline-block;background:#41326b;color:#fff;border-radius:4px;padding:0 .4em;margin:0 .12em;font-size:11.5px;line-height:1.5;font-weight:600;letter-spacing:0;vertical-align:baseline}
.field{display:inline-block;min-width:9em;border:1px solid #767d8a;border-radius:4px;background:#fff;color:#565b65;padding:.15em .6em;margin:.15em;font-size:13.5px;cursor:not-allowed}
.control{display:inline-block;border:1px solid #767d8a;border-radius:5px;background:#e9ecf1;color:#1d1f24;padding:.2em .9em;margin:.15em;font-size:14px;cursor:not-allowed}
.picture{display:inline-flex;align-items:center;justify-content:center;vertical-align:middle;min-width:44px;min-height:26px;border:1px dashed #8b93a1;border-radius:6px;background:#f4f6f8;color:#454b57;font-size:12.5px;font-weight:400;line-height:1.4;padding:.25em .6em;text-align:center}
canvas{display:inline-block;vertical-align:middle;height:auto;border-radius:2px}
.separator{padding:.5em 1.1em;border-top:1px solid var(--line);background:var(--bar);color:var(--dim);font-size:12.5px}
.dim{color:var(--dim);font-size:.92em}
.quoted[data-numbers],.name[data-numbers],.address[data-numbers]{background:var(--soft);box-shadow:inset 0 -2px 0 var(--tone);border-radius:2px;padding:0 .1em}
.link[data-numbers],.picture[data-numbers],canvas[data-numbers],.control[data-numbers],.file[data-numbers],.box[data-numbers],.unseen[data-numbers],table[data-numbers]{outline:2px solid var(--tone);outline-offset:2px}
[data-numbers]{--tone:var(--more);--soft:var(--more-soft)}
[data-numbers].strong{--tone:var(--red);--soft:var(--red-soft)}
[data-numbers].genuine{--tone:var(--green);--soft:var(--green-soft)}
.page .quoted[data-numbers]{color:#1c1c1e}
.mark{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;min-width:24px;height:24px;padding:0 5px;margin:0 2px;border-radius:12px;font:700 14px/1 system-ui,sans-serif;letter-spacing:0;color:#fff;background:#6b4a00;border:2px solid #fff;box-shadow:0 0 0 1px #6b4a00,0 1px 3px #0006;cursor:pointer;vertical-align:middle;text-shadow:none;user-select:none;transition:transform .12s}
.mark.strong{background:#c5161f;box-shadow:0 0 0 1px #c5161f,0 1px 3px #0006}
.mark.genuine{background:#0f6a3c;box-shadow:0 0 0 1px #0f6a3c,0 1px 3px #0006}
.mark:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.mark.lit{transform:scale(1.28);box-shadow:0 0 0 3px #ffcf33,0 1px 4px #0008}
[data-numbers].lit{background:#ffe27a;color:#1c1c1e;box-shadow:inset 0 -2px 0 var(--tone),0 0 0 3px #ffe27a}
[data-numbers].lit .domain{color:#1c1c1e}
.notes{margin:0;padding:.6em 1.1em .7em 2.2em;border-top:1px solid var(--line);background:var(--bar);color:var(--dim);font-size:12.5px}
@media (max-width:30rem){.row{grid-template-columns:minmax(0,1fr)}.row>.label{margin-top:.3em}.head{padding:.8em .9em}.page{padding:12px 10px}.plain{padding:.9em}.row.subject{font-size:17px}}
@media (prefers-reduced-motion:reduce){.mark{transition:none}.mark.lit{transform:none}}
@media (forced-colors:active){.mark{border-color:ButtonText;forced-color-adjust:none}.hidden,.salt,.target,.chip{border:1px solid CanvasText}}
@media print{.window{box-shadow:none}.body{overflow:visible}}
`;
