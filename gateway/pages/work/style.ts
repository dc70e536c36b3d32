/** The look of a work's page, in light and dark, from a phone's width on. */
export const WORK_STYLE = `
:root{color-scheme:light dark;--ink:#1b2126;--soft:#59636e;--line:#dfe3e8;--paper:#fff;--panel:#f6f8fa;--link:#0b57a4;--brand:#1f3a5f;--open:#1a7f4b;--wait:#9a5b00;--shut:#6e5494;--none:#59636e}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#9aa5b1;--line:#30363d;--paper:#14181c;--panel:#1c2127;--link:#82b7f0;--brand:#a9c8ec;--open:#5bc28a;--wait:#e0a54a;--shut:#b79be0;--none:#9aa5b1}}
*{box-sizing:border-box}
body{margin:0;font:16px/1.65 system-ui,-apple-system,"Segoe UI","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
:lang(ja){line-break:strict}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
.bar,main{max-width:70rem;margin:0 auto;padding:0 1.25rem}
header{border-bottom:1px solid var(--line)}
.bar{display:flex;justify-content:space-between;gap:1rem;padding-block:.7rem}
.bar a{text-decoration:none}.bar b{color:var(--brand);letter-spacing:.02em}
main{padding-block:2rem 3rem}
h1{font-size:clamp(1.45rem,1.1rem + 1.6vw,2.1rem);line-height:1.3;margin:.5rem 0 .3rem;text-wrap:balance}
h2{font-size:1.02rem;margin:0 0 .6rem;display:flex;flex-wrap:wrap;gap:.2rem .7rem;align-items:baseline;justify-content:space-between}
p{margin:.4rem 0}
.also{color:var(--soft);font-size:1.08rem;margin:.1rem 0}
.badges{display:flex;flex-wrap:wrap;gap:.4rem;margin:0}
.badge{font-size:.82rem;line-height:1.5;padding:.08rem .6rem;border:1px solid var(--line);border-radius:1rem;background:var(--panel)}
.OPEN,.EMBARGOED,.RESTRICTED,.METADATA_ONLY{font-weight:600;border-color:currentColor;background:none}
.OPEN{color:var(--open)}.EMBARGOED{color:var(--wait)}.RESTRICTED{color:var(--shut)}.METADATA_ONLY{color:var(--none)}
ul{margin:0;padding:0;list-style:none}
.creators{display:flex;flex-wrap:wrap;gap:.45rem 1.6rem;margin:.9rem 0}
.creators li{max-width:26rem}
.soft,.from,small{color:var(--soft);font-size:.86rem}
.creators small,dd small{display:block;line-height:1.45}
.id{font-size:.78rem;white-space:nowrap;padding:.02rem .4rem;border:1px solid var(--line);border-radius:.3rem;text-decoration:none;font-variant-numeric:tabular-nums}
.from{font-weight:400;text-decoration:none;white-space:nowrap}
.from::before{content:"\\2190\\00a0";opacity:.7}
.from:hover{text-decoration:underline}
.sources{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem}
.go{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:center;margin:1rem 0 0}
.button{display:inline-block;padding:.42rem 1rem;border-radius:.4rem;background:var(--link);color:var(--paper);text-decoration:none;font-weight:600}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,21rem);gap:2.2rem;margin-top:1.8rem;align-items:start}
section{margin:0 0 2rem}
aside section{padding:1rem 1.1rem;border:1px solid var(--line);border-radius:.6rem;background:var(--panel);margin-bottom:1.2rem}
.text p{margin:0 0 .8rem}
dl{margin:0}
dl>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr) auto;gap:.1rem 1rem;padding:.5rem 0;border-top:1px solid var(--line)}
dl>div:last-child{border-bottom:1px solid var(--line)}
dt{color:var(--soft);font-size:.92rem}dd{margin:0}
dd li+li,.list li+li{margin-top:.25rem}
.tags{display:flex;flex-wrap:wrap;gap:.3rem .4rem}.tags li{margin:0!important}
.tags>li>*{font-size:.86rem;padding:.05rem .55rem;border-radius:.3rem;background:var(--panel);border:1px solid var(--line);display:inline-block}
.tags a{text-decoration:none}
.files{width:100%;border-collapse:collapse}
.files td,.files th{text-align:left;padding:.45rem .8rem .45rem 0;border-top:1px solid var(--line);vertical-align:top}
.files th{font-weight:400;color:var(--soft);font-size:.86rem;border:0}
summary{cursor:pointer;color:var(--link);font-size:.92rem}
details>*+*{margin-top:.5rem}
blockquote{margin:.2rem 0 .8rem;font-size:.93rem}
h3{font-size:.84rem;color:var(--soft);font-weight:600;margin:.7rem 0 0}
.records li{padding:.5rem 0;border-top:1px solid var(--line);font-size:.93rem}.records li:first-child{border:0;padding-top:0}
.records li:target{outline:2px solid var(--link);outline-offset:4px;border-radius:2px}
.mono{font:.82rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
footer{border-top:1px solid var(--line);color:var(--soft);font-size:.88rem}
footer .bar{flex-wrap:wrap}
@media(max-width:54rem){.columns{grid-template-columns:minmax(0,1fr);gap:0}}
@media(max-width:36rem){dl>div{grid-template-columns:minmax(0,1fr) auto}dl>div dt{grid-column:1/-1}.files .type{display:none}}
@media print{header,footer,.go,.downloads{display:none}.columns{display:block}a{color:inherit}}
`.trim();
