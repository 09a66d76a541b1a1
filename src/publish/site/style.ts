/** The only style sheet: light and dark, from 320 px up, printable, no movement. Colours reach 4.5:1 on their grounds (WCAG 1.4.3). */
export const STYLE = `:root{color-scheme:light dark;--bg:#fff;--fg:#1d1f24;--dim:#565b65;--line:#d6dae1;--card:#f6f7f9;--link:#0b4fb3;--seen:#6a2f9c;--bad:#a8121c;--bad-bg:#fdf0f0;--warn:#7a4b00;--warn-bg:#fff6e3;--good:#12643a;--focus:#0b4fb3}
@media (prefers-color-scheme:dark){:root{--bg:#14161a;--fg:#e9ebf0;--dim:#aab0bb;--line:#3b414c;--card:#1d2026;--link:#8fbcff;--seen:#cfaaff;--bad:#ff9a9a;--bad-bg:#2b1719;--warn:#ffd07a;--warn-bg:#2a2213;--good:#84dda9;--focus:#8fbcff}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.8 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
:lang(en){line-height:1.65}
a{color:var(--link);text-underline-offset:.15em}
a:visited{color:var(--seen)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:.4rem .8rem}
.bar,main,footer.site{max-width:48rem;margin:0 auto;padding:.75rem 1rem}
header.site{border-bottom:1px solid var(--line);background:var(--card)}
.bar{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;gap:.2rem 1.5rem}
.bar .name{font-weight:700;color:var(--fg);text-decoration:none}
.bar .name:hover{text-decoration:underline}
.bar ul{display:flex;flex-wrap:wrap;gap:0 1.1rem;list-style:none;margin:0;padding:0;font-size:.92rem}
.bar li a{display:inline-block;padding:.15rem 0;color:var(--fg)}
.bar [aria-current]{font-weight:700;text-decoration-thickness:2px}
main{padding-top:1.4rem;padding-bottom:2.5rem}
h1{font-size:1.6rem;line-height:1.4;margin:0 0 .5rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.45;margin:2.4rem 0 .8rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;line-height:1.5;margin:0 0 .5rem}
p{margin:.5rem 0}
ul,ol{margin:.5rem 0;padding-left:1.4rem}
li{margin:.2rem 0}
.dim{color:var(--dim);font-size:.9rem}
.crumb{margin:0 0 .2rem;font-size:.95rem}
.verdict{border:1px solid var(--bad);border-left-width:.4rem;border-radius:.4rem;background:var(--bad-bg);padding:.7rem 1rem;margin:1rem 0}
.verdict.suspicious{border-color:var(--warn);background:var(--warn-bg)}
.verdict .headline{font-size:1.15rem;font-weight:700;color:var(--bad);line-height:1.5;margin:.1rem 0}
.verdict.suspicious .headline{color:var(--warn)}
.tags{list-style:none;margin:.9rem 0;display:flex;flex-wrap:wrap;gap:.3rem .5rem;padding:0;font-size:.85rem}
.tags li{border:1px solid var(--line);border-radius:1rem;padding:0 .7rem;background:var(--card);margin:0}
.tag{font-size:.82rem;font-weight:700;border:1px solid currentColor;border-radius:.25rem;padding:.1rem .4rem;line-height:1.3;white-space:nowrap;display:inline-block}
time{white-space:nowrap}
.tag.impersonation{color:var(--bad)}.tag.suspicious{color:var(--warn)}
dl{margin:0}
dl>div{display:grid;grid-template-columns:8.5rem 1fr;gap:.2rem 1rem;padding:.35rem 0}
.facts>div{border-bottom:1px solid var(--line)}
dt{color:var(--dim);font-size:.92rem}
dd{margin:0;min-width:0}
dd ul{margin:0;padding-left:1.1rem}
.domain{font-family:ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-weight:600;font-size:.95em}
figure{margin:.8rem 0}
figcaption{color:var(--dim);font-size:.9rem;margin-top:.3rem}
figure img{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.4rem;background:#fff}
.point{border:1px solid var(--line);border-left:.4rem solid var(--bad);border-radius:.4rem;background:var(--card);padding:.8rem 1rem;margin:.9rem 0}
.mark{color:var(--bad)}
q{quotes:none;color:var(--fg);border-bottom:1px dotted var(--bad)}
.edge{display:flex;align-items:center;gap:.8rem;color:var(--dim);font-size:.9rem}
.edge::before,.edge::after{content:"";flex:1;border-top:1px dashed var(--line)}
.mail{border:1px solid var(--line);border-radius:.4rem;background:var(--card);padding:.7rem 1rem}
.mail .head{margin:.1rem 0}
.mail .body{white-space:pre-wrap;border-top:1px solid var(--line);margin-top:.5rem;padding-top:.6rem}
.words{margin:.8rem 0}
.words pre{white-space:pre-wrap}
blockquote{margin:.8rem 0;padding-left:1rem;border-left:.25rem solid var(--line)}
.search{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.8rem 1rem;margin:1.2rem 0}
.search label,label{font-weight:700}
.row{display:flex;gap:.5rem;margin:.3rem 0}
input,textarea,button{font:inherit;color:inherit}
input,textarea{background:var(--bg);border:1px solid var(--dim);border-radius:.35rem;padding:.45rem .6rem;min-width:0;width:100%}
button{border:1px solid var(--link);background:var(--link);color:var(--bg);border-radius:.35rem;padding:.45rem 1.1rem;white-space:nowrap;cursor:pointer;font-weight:700}
.tell{resize:vertical;margin-top:.3rem}
.warnings{list-style:none;padding:0}
.warnings>li{border-bottom:1px solid var(--line);padding:.6rem 0;margin:0}
.warnings p{margin:.1rem 0}
.warnings .about{font-size:.9rem;color:var(--dim)}
.warnings .about>*{margin-right:.5rem}
.columns{columns:15rem;column-gap:2rem}
.steps{list-style:none;display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem;padding:0}
table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0}
td,th{border-bottom:1px solid var(--line);padding:.35rem .5rem .35rem 0;vertical-align:top;text-align:left}
th{color:var(--dim);font-weight:600}
footer.site{border-top:1px solid var(--line);color:var(--dim);font-size:.88rem;padding-bottom:2rem}
@media (max-width:34rem){.bar,main,footer.site{padding-left:.8rem;padding-right:.8rem}h1{font-size:1.3rem}h2{font-size:1.12rem;margin-top:2rem}dl>div{grid-template-columns:1fr;gap:0}.row{flex-direction:column}.point,.mail,.verdict,.search{padding-left:.75rem;padding-right:.75rem}table,tbody,tr,td{display:block}thead{position:absolute;left:-999rem}tr{border-bottom:1px solid var(--line);padding:.35rem 0}td{border:0;padding:0}td+td{display:inline-block;margin-right:.8rem;color:var(--dim);font-size:.9rem}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:auto}}
@media print{:root{--bg:#fff;--fg:#000;--dim:#333;--card:#fff;--link:#000;--seen:#000;--bad-bg:#fff;--warn-bg:#fff}header.site nav,.search,.skip,#tell,footer.site{display:none}.point,figure,.verdict{break-inside:avoid}h2,h3{break-after:avoid}main a[rel~=external]::after{content:" (" attr(href) ")";font-size:.85em}}
`;

/** The sign in the browser's tab. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#a8121c"/><path d="M5 10h22v14H5z" fill="#fff"/><path d="M5 10l11 8 11-8" fill="none" stroke="#a8121c" stroke-width="2"/></svg>
`;
