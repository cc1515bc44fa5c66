/** The page's own style sheet. Colours have a contrast of at least 4.5 to 1 in both schemes. */
export const css = `
:root{color-scheme:light dark;--back:#fdfcfa;--text:#22211f;--quiet:#5d5a55;--line:#dcd8d0;--accent:#8a3b00;--star:#8a5a00;--pro:#1a6b2f;--con:#a3241b;--soft:#f3f0ea}
@media (prefers-color-scheme:dark){:root{--back:#1a1918;--text:#e6e2db;--quiet:#a8a39a;--line:#3b3834;--accent:#f0b866;--star:#f5c84c;--pro:#86d993;--con:#ff9a8f;--soft:#262422}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;font-size:clamp(1rem,.93rem + .35vw,1.25rem)}
body{margin:0;background:var(--back);color:var(--text);font-family:Charter,"Bitstream Charter","Iowan Old Style",Georgia,serif;line-height:1.6;overflow-wrap:break-word}
article{max-width:66ch;margin:0 auto;padding:clamp(1rem,5vw,4rem) 1rem}
h1,h2,h3,h4,h5,h6,.item,.byline,nav,dl,.points,.alert-label,summary,th{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;line-height:1.25}
h1{font-size:clamp(1.7rem,1.3rem + 2.4vw,2.8rem);letter-spacing:-.02em;margin:0 0 .4em;text-wrap:balance}
h2{font-size:1.35rem;margin:2.2em 0 .5em}h3{font-size:1.12rem;margin:1.8em 0 .4em}h4,h5,h6{font-size:1rem;margin:1.6em 0 .4em}
p,ul,ol,blockquote,pre,details,.table,.alert{margin:0 0 1em}
a{color:var(--accent);text-underline-offset:.15em}a:hover{text-decoration-thickness:.12em}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem;top:0;background:var(--back);padding:.5em 1em}.skip:focus{left:0;z-index:1}
header{border-bottom:1px solid var(--line);margin-bottom:2em;padding-bottom:1em}
.item p{margin:0;font-weight:600}.item img{display:block;max-width:min(100%,20rem);height:auto;margin:1em 0}
.item cite{font-style:italic}.byline{margin:.2em 0 1em;color:var(--quiet)}
.rating{font-family:system-ui,sans-serif;font-size:1.15rem;margin:.8em 0}.stars{color:var(--star);letter-spacing:.08em;font-size:1.35em;line-height:1}.figure{font-weight:700}.pro{color:var(--pro)}.con{color:var(--con)}
.summary{font-size:1.15rem;font-style:italic}
dl{margin:1em 0;font-size:.92rem}dl div{display:grid;grid-template-columns:minmax(6rem,9rem) minmax(0,1fr);gap:.2em 1em;padding:.15em 0}dt{color:var(--quiet)}dd{margin:0;min-width:0}
.scores dd{display:flex;align-items:center;gap:.8em}meter{flex:1;max-width:16rem;min-width:4rem;height:1em}
.points{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:0 2rem;margin:1.2em 0;font-size:.95rem}.points h2{font-size:1rem;margin:0 0 .3em}.pros h2{color:var(--pro)}.cons h2{color:var(--con)}.points ul{padding-left:1.1em}
nav{background:var(--soft);border-radius:.5rem;padding:.8em 1.2em;margin:0 0 2em;font-size:.92rem}nav h2{font-size:1rem;margin:0 0 .3em}nav ol{margin:0;padding-left:1.4em}
img{max-width:100%;height:auto}
blockquote{border-left:.25rem solid var(--line);padding-left:1em;margin-left:0;margin-right:0;font-style:italic}
pre{background:var(--soft);border-radius:.4rem;padding:.8em 1em;overflow-x:auto;font-size:.88em;line-height:1.45}code,kbd{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em}pre code{font-size:1em}
.table{overflow-x:auto}table{border-collapse:collapse;font-size:.92rem}th,td{padding:.4em .8em;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}th{border-bottom-width:2px}.right{text-align:right}.center{text-align:center}
.tasks{list-style:none;padding-left:.2em}hr{border:0;border-top:1px solid var(--line);margin:2em 0}
.alert{border-left:.25rem solid var(--accent);background:var(--soft);padding:.8em 1em}.alert p:last-child{margin-bottom:0}.alert-label{font-weight:700;color:var(--accent);margin-bottom:.3em}
details.spoiler{border:1px dashed var(--line);border-radius:.4rem;padding:.6em 1em}summary{cursor:pointer;color:var(--quiet)}details[open] summary{margin-bottom:.6em}span.hidden{color:var(--quiet);font-style:italic}
.notes{border-top:1px solid var(--line);margin-top:3em;padding-top:1em;font-size:.9rem}.note-ref{line-height:0}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{:root{--back:#fff;--text:#000;--quiet:#444;--line:#999;--accent:#000;--soft:#fff}nav,.skip{display:none}article{max-width:none;padding:0}section a[href^="http"]::after{content:" (" attr(href) ")";font-size:.85em}h2,h3{break-after:avoid}blockquote,pre,.table,.points{break-inside:avoid}}
`.trim();
