/** The style sheet of an article's own page: light and dark, from 320 px up, printable. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1b1f;--dim:#5b5f66;--line:#d5d8de;--card:#f6f7f9;--bad:#b3151f;--link:#0b57d0}
@media(prefers-color-scheme:dark){:root{--bg:#15171b;--fg:#eceef2;--dim:#a7adb8;--line:#3a3f49;--card:#1f232a;--bad:#ff8f8f;--link:#9cc2ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.8 system-ui,"Hiragino Sans","Noto Sans CJK JP","Noto Sans JP","Yu Gothic UI",Meiryo,sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1rem}
a{color:var(--link)}
h1{font-size:1.55rem;line-height:1.4;margin:.5rem 0 1rem}
h2{font-size:1.2rem;line-height:1.5;margin:2.2rem 0 .6rem;border-left:.35rem solid var(--bad);padding-left:.7rem}
p{margin:.6rem 0}
ul,ol{margin:.4rem 0;padding-left:1.4rem}
li{margin:.25rem 0}
dl{margin:.4rem 0;display:grid;grid-template-columns:8rem 1fr;gap:.35rem .9rem}
dt{color:var(--dim)}
dd{margin:0}
code{font:inherit;font-weight:700}
.ay-edge{text-align:center;color:var(--dim);margin:.8rem 0}
.ay-mail{border:1px solid var(--line);border-radius:.5rem;background:var(--card);padding:.8rem 1rem}
.ay-mail dl{grid-template-columns:5.5rem 1fr;border-bottom:1px solid var(--line);padding-bottom:.6rem}
.ay-body{white-space:pre-wrap;padding-top:.4rem}
figure{margin:.6rem 0}
figure svg{display:block;width:100%;max-width:32rem;height:auto;margin:0 auto}
figcaption{color:var(--dim);font-size:.9rem;text-align:center;margin-top:.4rem}
blockquote{margin:.6rem 0;padding:.5rem 1rem;border-left:.3rem solid var(--line);background:var(--card)}
blockquote p{margin:.15rem 0}
blockquote footer{color:var(--dim);font-size:.9rem;margin-top:.5rem}
.ay-copytext{font:inherit;white-space:pre-wrap;user-select:all;border:1px dashed var(--dim);border-radius:.4rem;padding:.6rem .9rem;margin:.6rem 0}
@media(max-width:520px){main{padding:.7rem}h1{font-size:1.3rem}dl,.ay-mail dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}}
@media print{h2{break-after:avoid}figure,blockquote{break-inside:avoid}a{color:inherit}}
`;
