/** The only style sheet of the HTML report: light and dark, from 320 px up, printable. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1f;--dim:#5b5f66;--line:#d5d8de;--card:#f6f7f9;--mark:#fff1a8;--bad:#b3151f;--warn:#8a5a00;--good:#12693a;--plain:#3d4657}
@media(prefers-color-scheme:dark){:root{--bg:#15171b;--fg:#eceef2;--dim:#a7adb8;--line:#3a3f49;--card:#1f232a;--mark:#5a4a00;--bad:#ff8f8f;--warn:#ffcf70;--good:#7fdca4;--plain:#b9c4d8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.75 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1,h2,h3{word-break:auto-phrase;line-break:strict}
h1{font-size:1.5rem;line-height:1.4;margin:0;display:flex;align-items:flex-start}
h1 small{display:block;font-size:1rem}h1 small:empty{display:none}
h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid var(--line);padding-bottom:.2rem}
h3{font-size:1.05rem;margin:0 0 .5rem;line-height:1.5}
p{margin:.4rem 0}
ul,ol{margin:.3rem 0;padding-left:1.3rem}
.verdict{border:2px solid currentColor;border-radius:.6rem;padding:1rem}
.verdict p{color:var(--fg)}
.verdict .do{font-weight:700;margin-top:.6rem}
.sign{flex:none;width:1.5em;height:1.5em;text-align:center;margin:-.05em .4em 0 0;border:2px solid currentColor;border-radius:50%;line-height:1.4}
.facts{margin-top:1rem}
.foot{margin-top:2rem;border-top:1px solid var(--line);padding-top:.6rem}
dd ul{margin:0;padding-left:1.1rem}
.impersonation{color:var(--bad)}.suspicious{color:var(--warn)}.genuine{color:var(--good)}.undecided,.no-sign,.simulation{color:var(--plain)}
.dim{color:var(--dim);font-size:.88rem}
.card{border:1px solid var(--line);border-left:.35rem solid var(--plain);border-radius:.4rem;background:var(--card);padding:.8rem 1rem;margin:.8rem 0}
.card.phishing{border-left-color:var(--bad)}.card.for-genuine{border-left-color:var(--good)}
.tag{font-size:.8rem;border:1px solid currentColor;border-radius:1rem;padding:0 .5rem;white-space:nowrap;font-weight:400}
dl{margin:0;display:grid;grid-template-columns:8.5rem 1fr;gap:.35rem .8rem}
dt{color:var(--dim);font-size:.9rem}dd{margin:0;min-width:0}
.domain{display:inline-block;font-weight:700;font-size:1.1rem;font-family:ui-monospace,Consolas,monospace;border:1px solid var(--line);border-radius:.3rem;padding:0 .4rem;background:var(--bg)}
.mail{border:1px solid var(--line);border-radius:.4rem;padding:.8rem 1rem;background:var(--card)}
.mail .body{white-space:pre-wrap;border-top:1px solid var(--line);margin-top:.5rem;padding-top:.5rem;max-height:28rem;overflow:auto}
mark{background:var(--mark);color:inherit;border-radius:.2rem;padding:0 .1rem}
.n{color:var(--bad);margin-left:.15rem}.speaks-for-it .n{color:var(--good)}
.to{color:var(--bad);font-size:.9rem;margin-left:.3rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;margin:.4rem 0;table-layout:fixed}
td,th{border:1px solid var(--line);padding:.25rem .4rem;vertical-align:top;text-align:left}
th:first-child,td:first-child{width:7.5rem}
details>summary{cursor:pointer;padding:.5rem 0}
@media(max-width:520px){main{padding:.7rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}h1{font-size:1.25rem}.card,.mail{padding:.7rem .75rem}
table,tbody,tr,td{display:block;width:auto}tr:first-child{display:none}tr{border:1px solid var(--line);border-radius:.3rem;margin:.4rem 0;padding:.3rem .5rem}td,td:first-child{border:0;padding:.1rem 0;width:auto}td[data-label]::before{content:attr(data-label);display:block;color:var(--dim);font-size:.8rem}td:first-child br{display:none}.equal td:last-child{display:none}}
@media print{.mail .body{max-height:none}}
`;
