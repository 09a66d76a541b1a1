/** What the desk adds to `web.css`. */
export const DESK_STYLE = `nav.desk{margin:-.4rem 0 1rem;border-bottom:1px solid var(--line)}
nav.desk ul{display:flex;flex-wrap:wrap;gap:0 1.2rem;list-style:none;margin:0;padding:0}
nav.desk li{margin:0}
nav.desk a{display:inline-flex;align-items:center;min-height:44px;color:var(--fg);text-decoration:none;border-bottom:3px solid transparent}
nav.desk a:hover{text-decoration:underline}
nav.desk a[aria-current]{font-weight:700;border-bottom-color:var(--link)}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.2rem .8rem;align-items:end}
.filters .field{margin:.2rem 0}
.filters .wide{grid-column:1/-1}
.filters select{text-overflow:ellipsis}
.filters .actions{margin:.2rem 0;grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.4rem .8rem}
.filters .actions>*{white-space:nowrap}
.jump{display:flex;flex-wrap:wrap;gap:0 1.2rem;margin:.4rem 0}
.jump a{display:inline-flex;align-items:center;min-height:44px}
@media (min-width:64rem){.jump{display:none}}
@media (min-width:50rem){.filters .wide,.filters .actions{grid-column:span 2}}
.queue{list-style:none;margin:.6rem 0;padding:0;border-top:1px solid var(--line)}
.queue>li{display:grid;grid-template-columns:auto 1fr;gap:0 .4rem;border-bottom:1px solid var(--line);padding:.55rem 0;margin:0}
.queue>li.alone{grid-template-columns:1fr}
.queue>li:focus-within{background:var(--card)}
.queue .tick{display:flex;align-items:flex-start;justify-content:center;min-width:44px;min-height:44px;padding-top:.5rem;cursor:pointer}
.queue .tick input{margin:0}
.queue .subject{font-weight:700;font-size:1.05rem;display:inline-block;padding:.15rem 0}
.queue p{margin:.1rem 0}
.about{display:flex;flex-wrap:wrap;gap:.1rem .9rem;color:var(--dim);font-size:.92rem;align-items:baseline}
.again{font-weight:700;color:var(--fg)}
.decided{font-weight:700;color:var(--plain)}
.bulk{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.6rem 1rem;margin:1rem 0}
.choices{display:flex;flex-wrap:wrap;gap:0 1.4rem}
.verdict{border:1px solid var(--plain);border-left-width:.5rem;border-radius:.4rem;background:var(--card);padding:.7rem 1rem;margin:1rem 0}
.verdict .headline{font-size:1.2rem;font-weight:700;margin:.1rem 0;line-height:1.5}
.verdict.impersonation{border-color:var(--bad);background:var(--bad-bg)}
.verdict.suspicious{border-color:var(--warn);background:var(--warn-bg)}
.verdict.genuine{border-color:var(--good);background:var(--good-bg)}
.verdict p{color:var(--fg)}
.verdict.impersonation .headline{color:var(--bad)}.verdict.suspicious .headline{color:var(--warn)}.verdict.genuine .headline{color:var(--good)}
.columns{display:grid;gap:0 2rem}
@media (min-width:64rem){.columns{grid-template-columns:minmax(0,1fr) 22rem}}
.columns>*{min-width:0}
.aside>section{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.6rem 1rem;margin:0 0 1rem}
.aside h2{margin:.2rem 0 .5rem;border:0;padding:0;font-size:1.05rem}
.point{border:1px solid var(--line);border-left:.4rem solid var(--bad);border-radius:.4rem;background:var(--card);padding:.7rem 1rem;margin:.8rem 0}
.point.genuine{border-left-color:var(--good)}.point.simulation{border-left-color:var(--plain)}
.point h3{margin:.1rem 0 .4rem;color:var(--fg)}
.point dl>div{display:grid;grid-template-columns:6.5rem 1fr;gap:.1rem .8rem;padding:.15rem 0}
.point h3{display:flex;gap:.6rem;align-items:center}
.point button.n{flex:none;min-width:44px;min-height:44px;padding:0;border-radius:50%;background:#c5161f;border-color:#c5161f;color:#fff}
.point.genuine button.n{background:#12643a;border-color:#12643a}
.point.is-lit{box-shadow:0 0 0 3px var(--focus)}
[data-mail-view]{display:block;min-height:4rem;margin:.6rem 0 1rem}
.quotes{margin:.2rem 0;padding-left:1.2rem}
.real{font-weight:700}
details>summary{cursor:pointer;min-height:44px;display:flex;align-items:center;gap:.4rem;font-weight:700}
details>summary::before{content:"▸";flex:none}
details[open]>summary::before{content:"▾"}
.pieces{display:grid;gap:1rem}
form.narrow{max-width:46rem}
.written{font-family:ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono","Noto Sans CJK JP",monospace;font-size:.92rem;line-height:1.6}
@media (min-width:64rem){.editor{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 1.5rem;align-items:start}.editor .live{position:sticky;top:.5rem;max-height:96vh;overflow:auto}}
.live{border:1px solid var(--line);border-radius:.5rem;padding:.2rem 1rem .8rem;min-width:0}
.live h2{margin-top:.6rem}
.preview{border-top:1px dashed var(--edge);margin-top:.6rem;padding-top:.4rem}
.chart{margin:.8rem 0}
.chart svg{display:block;width:100%;height:auto;max-width:60rem}
.chart text{fill:var(--dim);font-size:13px}
.chart .grid{stroke:var(--line)}
.chart .bar-impersonation{fill:var(--bad)}.chart .bar-suspicious{fill:#c98a1b}.chart .bar-undecided{fill:#7b879b}.chart .bar-no-sign{fill:#a9b3c4}.chart .bar-genuine{fill:#3d9a66}.chart .bar-simulation{fill:#8a6fc0}
.chart .bar-plain{fill:var(--link)}.chart .bar-agreed{fill:#3d9a66}.chart .bar-overruled{fill:var(--bad)}
.legend [aria-current]{font-weight:700;text-decoration-thickness:2px}
.halves{display:grid;gap:0 2rem}
@media (min-width:60rem){.halves{grid-template-columns:1fr 1fr}}
.halves>*{min-width:0}
.ranking th{color:var(--fg);font-weight:400;width:55%}
.ranking td{white-space:nowrap;padding-right:0}
.ranking svg{width:calc(100% - 3.5rem);height:.9rem;vertical-align:-.1rem;margin-right:.4rem}
.ranking .bar-plain{fill:var(--link)}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.4rem 0;font-size:.92rem}
.legend svg{width:1rem;height:1rem;display:inline-block;vertical-align:-.15rem;margin-right:.35rem}
.sums{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:.8rem 0;padding:0}
.sums>div{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.5rem .9rem}
.sums dt{word-break:keep-all;overflow-wrap:anywhere}
.sums dd{font-size:1.5rem;font-weight:700;font-variant-numeric:tabular-nums;line-height:1.4}
kbd{border:1px solid var(--edge);border-bottom-width:2px;border-radius:.25rem;padding:0 .4rem;font:inherit;font-size:.9rem}
dialog{background:var(--bg);color:var(--fg);border:1px solid var(--edge);border-radius:.5rem;max-width:min(34rem,92vw);padding:1rem 1.2rem}
dialog::backdrop{background:rgb(0 0 0/.45)}
.lint{padding-left:1.2rem}
.lint .bad{color:var(--bad);font-weight:700}.lint .look{color:var(--warn);font-weight:700}
.steps{display:flex;flex-wrap:wrap;gap:.6rem;justify-content:space-between}
@media (max-width:34rem){.chart text{font-size:24px}.chart svg{overflow:visible}.chart .day{transform:translateY(12px)}.chart .legend{margin-top:.9rem}.point dl>div{grid-template-columns:1fr}.queue .tick{min-width:34px}nav.desk ul{gap:0 .9rem}}
td.short{white-space:nowrap}
@media print{nav.desk,.bulk,.filters{display:none}}
`;
