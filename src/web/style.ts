/**
 * The one look of the pages that the server draws: desk, login, accounts. Served at `/assets/web.css`; light and dark, from
 * 320 px up. Text reaches 4.5:1 and edges of fields 3:1 on their grounds (WCAG 2.2, 1.4.3 and 1.4.11); what is tapped is
 * 44 px high (2.5.5).
 *
 * Classes for pages: `.wide` on main for tables; `.card`; `.notice` with `.good` or `.bad`; `.actions` for a row of buttons;
 * `button.second`, `button.danger`; `.field` around label and input; `.table` around a table that may scroll; `.tag` with a
 * verdict's level; `.dim`; `.number`; `.hidden-label` for text only read aloud.
 */
export const WEB_STYLE = `:root{color-scheme:light dark;--bg:#fff;--fg:#1d1f24;--dim:#565b65;--line:#d6dae1;--edge:#767d8a;--card:#f6f7f9;--link:#0b4fb3;--on-link:#fff;--bad:#a8121c;--bad-bg:#fdf0f0;--warn:#7a4b00;--warn-bg:#fff6e3;--good:#12643a;--good-bg:#edf8f1;--plain:#3d4657;--focus:#0b4fb3}
@media (prefers-color-scheme:dark){:root{--bg:#14161a;--fg:#e9ebf0;--dim:#aab0bb;--line:#3b414c;--edge:#8790a0;--card:#1d2026;--link:#8fbcff;--on-link:#10131a;--bad:#ff9a9a;--bad-bg:#2b1719;--warn:#ffd07a;--warn-bg:#2a2213;--good:#84dda9;--good-bg:#14251b;--plain:#b9c4d8;--focus:#8fbcff}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.75 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
:lang(en){line-height:1.6}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;padding:.6rem .8rem}
.bar,main,footer.site{max-width:46rem;margin:0 auto;padding:.5rem 1rem}
.bar.wide,main.wide,footer.wide{max-width:80rem}
header.site{border-bottom:1px solid var(--line);background:var(--card)}
.bar{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 1.5rem}
.bar .name{font-weight:700;color:var(--fg);text-decoration:none;min-height:44px;display:inline-flex;align-items:center}
.bar ul{display:flex;flex-wrap:wrap;gap:0 1.1rem;list-style:none;margin:0;padding:0;font-size:.95rem}
.bar li{margin:0;display:flex;align-items:center}
.bar li a{display:inline-flex;align-items:center;min-height:44px;color:var(--fg)}
.bar form{margin:0}
.bar button{background:none;border:0;color:var(--fg);font-weight:400;padding:0;text-decoration:underline;text-underline-offset:.15em}
.bar [aria-current]{font-weight:700;text-decoration-thickness:2px}
main{padding-top:1.2rem;padding-bottom:2.5rem}
h1,h2,h3{word-break:auto-phrase;line-break:strict}
h1{font-size:1.55rem;line-height:1.4;margin:0 0 .6rem;text-wrap:balance}
h2{font-size:1.2rem;line-height:1.45;margin:2.2rem 0 .7rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h2.plain{margin:0 0 .4rem;padding:0;border:0;font-size:1.05rem}
details>summary{cursor:pointer;min-height:44px;display:flex;align-items:center;font-weight:700;color:var(--link);text-decoration:underline;text-underline-offset:.15em}
pre{margin:.6rem 0}
h3{font-size:1.05rem;line-height:1.5;margin:1.2rem 0 .4rem}
p{margin:.5rem 0}
ul,ol{margin:.5rem 0;padding-left:1.4rem}
li{margin:.2rem 0}
.dim{color:var(--dim);font-size:.92rem}
.card{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.8rem 1rem;margin:.9rem 0}
.notice{border:1px solid var(--plain);border-left-width:.4rem;border-radius:.4rem;background:var(--card);padding:.6rem 1rem;margin:1rem 0}
.notice.good{border-color:var(--good);background:var(--good-bg)}
.notice.bad{border-color:var(--bad);background:var(--bad-bg)}
.notice.warn{border-color:var(--warn);background:var(--warn-bg)}
.tag{font-size:.85rem;font-weight:700;border:1px solid currentColor;border-radius:.25rem;padding:.1rem .4rem;line-height:1.3;white-space:nowrap;display:inline-block}
.impersonation{color:var(--bad)}.suspicious{color:var(--warn)}.genuine{color:var(--good)}.undecided,.no-sign,.simulation{color:var(--plain)}
label,legend{font-weight:700}
fieldset{border:1px solid var(--line);border-radius:.4rem;margin:.9rem 0;padding:.5rem 1rem}
.field{margin:.9rem 0}
.field .dim{margin:.1rem 0}
input,textarea,select,button{font:inherit;color:inherit}
input:not([type=checkbox],[type=radio]),textarea,select{display:block;background:var(--bg);border:1px solid var(--edge);border-radius:.35rem;padding:.45rem .6rem;min-width:0;width:100%;min-height:44px}
input[type=checkbox],input[type=radio]{width:1.4rem;height:1.4rem;vertical-align:-.3rem;margin:0 .5rem 0 0;accent-color:var(--link)}
label.tick{display:flex;align-items:center;min-height:44px;font-weight:400}
textarea{resize:vertical}
button,.button{display:inline-flex;align-items:center;justify-content:center;border:1px solid var(--link);background:var(--link);color:var(--on-link);border-radius:.35rem;padding:.4rem 1.1rem;min-height:44px;cursor:pointer;font-weight:700;text-decoration:none}
button.second,.button.second{background:var(--bg);color:var(--link)}
button.danger{background:var(--bg);border-color:var(--bad);color:var(--bad)}
button[disabled]{opacity:1;background:var(--card);border-color:var(--line);color:var(--dim);cursor:not-allowed}
.actions{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0}
.actions form{margin:0}
dl.facts{margin:0}
dl.facts>div{display:grid;grid-template-columns:10rem 1fr;gap:.2rem 1rem;padding:.35rem 0;border-bottom:1px solid var(--line)}
dt{color:var(--dim);font-size:.92rem}
dd{margin:0;min-width:0}
code,.code{font-family:ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace;font-size:.93em}
.code{display:block;border:1px solid var(--line);border-radius:.35rem;background:var(--card);padding:.6rem .8rem;white-space:pre-wrap}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.95rem;margin:.6rem 0}
td,th{border-bottom:1px solid var(--line);padding:.4rem .8rem .4rem 0;vertical-align:top;text-align:left}
th{color:var(--dim);font-weight:600}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
td form{display:inline-block;margin:0 .4rem .2rem 0}
time{white-space:nowrap;font-variant-numeric:tabular-nums}
.hidden-label{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer.site{border-top:1px solid var(--line);color:var(--dim);font-size:.9rem;padding-bottom:2rem}
footer.site a{display:inline-flex;align-items:center;min-height:44px;margin-right:1rem}
@media (max-width:34rem){.bar,main,footer.site{padding-left:.8rem;padding-right:.8rem}h1{font-size:1.3rem}h2{font-size:1.12rem}dl.facts>div{grid-template-columns:1fr;gap:0}.actions button,.actions .button,.actions form{flex:1 1 auto}
table.cards,table.cards tbody,table.cards tr,table.cards td{display:block}table.cards thead{position:absolute;left:-999rem}table.cards tr{border-bottom:1px solid var(--line);padding:.5rem 0}table.cards td{border:0;padding:.1rem 0}table.cards td[data-label]::before{content:attr(data-label) " ";color:var(--dim);font-size:.88rem;margin-right:.4rem}table.cards td.number{text-align:left}}
@media (forced-colors:active){.notice,.card,.tag{border-color:CanvasText}}
@media print{header.site,footer.site,.actions,form{display:none}}
`;
