import { themeCss } from './css-theme.ts';

/** How the page is set: a measure of about 70 characters, sizes that follow the window, nothing wider than 320 pixels need be. */
const layoutCss = `
*,::before,::after{box-sizing:border-box}
html{font-size:clamp(1.0625rem,.98rem + .4vw,1.3125rem);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:var(--serif);line-height:1.62;overflow-wrap:break-word;hanging-punctuation:first last}
article,.site{display:grid;grid-template-columns:minmax(1.1rem,1fr) minmax(0,60ch) minmax(1.1rem,1fr);}
article{padding-block:clamp(1.1rem,4vw,3rem)}
article>*,.site>*{grid-column:2;min-width:0}
h1,h2,h3,h4,h5,h6{font-family:var(--serif);line-height:1.2;text-wrap:balance;font-weight:700}
h1{font-size:clamp(1.9rem,1.2rem + 3.2vw,3rem);letter-spacing:-.022em;line-height:1.06;margin:0 0 .45em}
h2{font-size:1.5rem;letter-spacing:-.01em;margin:2.1em 0 .6em}
h3{font-size:1.2rem;margin:2em 0 .5em}
h4,h5,h6{font-size:1rem;margin:1.8em 0 .4em}
h5,h6{font-style:italic;font-weight:400}
p,.p,ul,ol,dl,blockquote,pre,figure,section.table,.alert,details.spoiler:not(.inline){margin:0 0 1.15em}
p,.p,li{text-wrap:pretty}
a{color:var(--accent);text-decoration-thickness:.06em;text-underline-offset:.17em}
a:hover{text-decoration-thickness:.13em}
:focus-visible{outline:.17rem solid var(--accent);outline-offset:.15rem;border-radius:.1rem}
:target{scroll-margin-top:1.5rem}
.skip{position:absolute;inset-inline-start:0;top:0;z-index:1;padding:.5em 1em;background:var(--paper);font-family:var(--sans);transform:translateY(-150%)}
.skip:focus{transform:none}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.site>*{font:.86rem/1.5 var(--sans)}
header.site{padding-block:1rem 0}
footer.site{padding-block:0 3rem}
footer.site>*{border-top:1px solid var(--line);padding-top:1rem;margin:0 0 1rem}
footer.site .steps{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:.6rem 2rem}
.steps span{display:block;color:var(--soft);font-size:.78rem}
.steps [rel=next]{text-align:end}
footer.site p a{margin-inline-end:1.2em}
img{max-width:100%;height:auto;border-radius:.25rem}
figure{text-align:center}
figcaption{font:italic .86rem/1.4 var(--serif);color:var(--soft);margin-top:.5em}
`;

/** The title card. */
const cardCss = `
.card{border-bottom:1px solid var(--line);padding-bottom:1.1rem;margin-bottom:1.6rem}
.card p,.tags,.scores,.facts,.points,nav,figcaption,.alert-label,summary,thead,.hidden,.notes{font-family:var(--sans)}
.card .item,.card .byline{font-size:.86rem;line-height:1.5;color:var(--soft);margin:0 0 .35em}
.item cite{color:var(--ink);font-weight:600}
.item .kind{color:var(--accent);font-weight:600}
.item a.kind{text-decoration:none}
.item a.kind:hover{text-decoration:underline}
.byline .h-card{color:var(--ink)}
.dot{color:var(--soft)}
.card .rating{display:flex;flex-wrap:wrap;align-items:center;gap:.6rem .8rem;margin:.9rem 0;line-height:1.3}
.words>:last-child{margin-bottom:0}
.stars{color:var(--star);font:1.7rem/1.15 var(--symbols);letter-spacing:.04em;white-space:nowrap}
.half{position:relative;display:inline-block;font-size:0;vertical-align:baseline}
.half::before,.half::after{font-size:1.7rem}
.half::before{content:"☆"}
.half::after{content:"★";position:absolute;inset-block-start:0;inset-inline-start:0;width:50%;overflow:hidden}
.rating .figure{font-size:1.2rem;font-weight:700;font-variant-numeric:tabular-nums}
.recommended{font-size:.86rem;font-weight:600;color:var(--pro);border:1px solid;border-radius:1em;padding:.1em .75em}
.recommended.not{color:var(--con)}
.summary{font-size:1.15rem;line-height:1.4;font-style:italic;margin:0 0 1rem}
.glance{border-block:1px solid var(--line);margin:1.8rem 0 2rem}
.warning{font-size:.86rem;color:var(--con);font-weight:600}
.scores{font-size:.86rem;margin:1.4rem 0}
.scores ul{list-style:none;margin:0;padding:0;display:grid;gap:.45em}
.scores li{display:grid;grid-template-columns:minmax(0,9rem) minmax(3rem,1fr) auto;align-items:center;gap:.2em .9em}
.scores .aspect::first-letter{text-transform:uppercase}
.scores .figure{font-variant-numeric:tabular-nums;min-width:3.4em;text-align:end}
meter{display:block;width:100%;height:.5rem;border:0;border-radius:1rem;overflow:hidden;background:var(--line);appearance:none}
meter::-webkit-meter-inner-element{display:block;height:.5rem}
meter::-webkit-meter-bar{position:static;height:.5rem;border:0;border-radius:0;background:none}
meter::-webkit-meter-optimum-value,meter::-webkit-meter-suboptimum-value,meter::-webkit-meter-even-less-good-value{display:block;height:.5rem;border-radius:1rem;background:var(--star)}
meter::-moz-meter-bar{background:var(--star)}
.points{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:1rem 2rem;margin:1.4rem 0;font-size:.9rem;line-height:1.45}
.points h2,.scores h2{font:700 .78rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase;margin:0 0 .6em}
.points ul{list-style:none;margin:0;padding:0}
.points li{position:relative;padding-inline-start:1.35em;margin-bottom:.45em}
.points li::before{position:absolute;inset-inline-start:0;font-weight:700}
.pros{border-top:.2rem solid var(--pro);padding-top:.7rem}
.cons{border-top:.2rem solid var(--con);padding-top:.7rem}
.pros h2,.pros li::before{color:var(--pro)}
.cons h2,.cons li::before{color:var(--con)}
.pros li::before{content:"+"}
.cons li::before{content:"−"}
.tags{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.4em;font-size:.78rem;line-height:1.4}
.tags a{color:inherit;text-decoration:none}
.tags a:hover{text-decoration:underline}
.foot{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.2rem}
.tags li{background:var(--wash);border-radius:1em;padding:.15em .8em;min-width:0}
.facts{font-size:.82rem;line-height:1.5;margin-bottom:0}
.facts div{display:grid;grid-template-columns:minmax(0,9rem) minmax(0,1fr);gap:0 .9em;padding:.15em 0}
.facts dt{color:var(--soft)}
.facts dd{margin:0}
.poster{display:block}
@media(min-width:40rem){.card{display:flex;gap:1.8rem;align-items:flex-start}.card>.words{flex:1;min-width:0}.card>.poster{flex:none;max-width:min(38%,15rem);max-height:min(24rem,55vh)}}
@media(max-width:39.99rem){.poster{max-height:min(12rem,33vh);width:auto;margin-top:.9rem}.facts div{grid-template-columns:minmax(0,1fr);padding:.3em 0}.scores li{grid-template-columns:minmax(0,1fr) auto}.scores meter{grid-row:2;grid-column:1/-1}}
`;

/** The text and what stands in it. */
const textCss = `
article>nav{font-size:.86rem;line-height:1.45;margin-bottom:1.4rem}
nav h2{display:inline;font:700 .78rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0}
nav ol{list-style:none;margin:0;padding:0}
nav details>ol{columns:2 13rem;column-gap:2rem;margin-top:.6em}
nav li{break-inside:avoid}
nav ol ol{padding-inline-start:1em}
nav li{margin:.3em 0}
article>nav a{color:inherit;text-decoration-color:var(--line)}
article>nav a:hover{color:var(--accent);text-decoration-color:currentcolor}
.text>:first-child>:first-child,.text>.e-content:first-child>section>:first-child{margin-top:0}
ul,ol{padding-inline-start:1.4em}
li{margin-bottom:.3em}
li>ul,li>ol{margin:.3em 0 0}
li::marker{color:var(--soft)}
dt{font-weight:700}
dd{margin:0 0 .5em;padding-inline-start:1.4em}
.facts dt{font-weight:400}
.tasks{list-style:none;padding-inline-start:.1em}
.tasks input{width:1em;height:1em;margin:0 .35em 0 0;vertical-align:-.1em;accent-color:var(--accent)}
blockquote{margin-inline:0;padding-inline-start:1.3em;border-inline-start:.2rem solid var(--star);font-style:italic;font-size:1.06em}
blockquote blockquote{font-size:1em}
blockquote code,blockquote pre{font-style:normal}
blockquote>:last-child,.alert>:last-child,details>:last-child,figure>:last-child{margin-bottom:0}
hr{border:0;margin:2.6em 0;text-align:center;color:var(--soft);line-height:1}
hr::before{content:"✻ ✻ ✻";letter-spacing:.5em;font-size:.8rem}
code,kbd,pre{font-family:var(--mono);font-size:.87em}
:not(pre)>code{background:var(--wash);border-radius:.2rem;padding:.1em .3em}
kbd{border:1px solid var(--line);border-bottom-width:2px;border-radius:.25rem;padding:.05em .4em}
pre{background:var(--wash);border-radius:.35rem;padding:1em 1.15em;overflow-x:auto;line-height:1.5;tab-size:4}
pre code{font-size:1em}
.hl-keyword{color:var(--keyword)}.hl-string,.hl-inserted{color:var(--pro)}.hl-number{color:var(--accent)}.hl-comment{color:var(--soft);font-style:italic}.hl-name{color:var(--name)}.hl-type{color:var(--type)}.hl-attribute{color:var(--attribute)}.hl-deleted{color:var(--con)}
mark{background:var(--mark);color:inherit;padding:0 .1em}
sub,sup{line-height:0;font-size:.72em}
section.table{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;line-height:1.45;font-variant-numeric:lining-nums tabular-nums;overflow-wrap:normal}
th,td{padding:.5em .9em .5em 0;text-align:start;vertical-align:top;border-bottom:1px solid var(--line);min-width:4rem}
th{border-bottom:2px solid var(--ink)}
.right{text-align:right}.center{text-align:center}.left{text-align:left}
.alert{border-inline-start:.25rem solid var(--tone,var(--accent));background:var(--wash);border-radius:0 .35rem .35rem 0;padding:.9em 1.2em}
.alert-label{font-size:.8rem;font-weight:700;color:var(--tone,var(--accent));margin-bottom:.3em}
.alert-tip{--tone:var(--pro)}.alert-warning,.alert-caution{--tone:var(--con)}
summary{cursor:pointer;font-size:.82rem;color:var(--soft);font-style:normal}
details.spoiler:not(.inline){border:1px dashed var(--edge);border-radius:.35rem;padding:.7em 1.1em}
details.spoiler[open]:not(.inline)>summary{margin-bottom:.7em}
details.inline,details.inline::details-content{display:inline}
details.inline:not([open])::details-content{display:none}
details.inline>summary{display:inline;list-style:none;background:var(--wash);border:1px dashed var(--edge);border-radius:.25rem;padding:0 .45em}
details.inline>summary::-webkit-details-marker{display:none}
.hidden{font-size:.85em;color:var(--soft)}
.note-ref{font-family:var(--sans)}
.note-ref a,.back{padding-inline:.15em}
.notes{border-top:1px solid var(--line);margin-top:3rem;padding-top:1.2rem;font-size:.84rem;line-height:1.5}
.notes h2{font:700 .78rem/1.3 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0 0 .8em}
.notes p{margin-bottom:.4em}
@media(min-width:40rem){.drop>p:first-child::first-letter{float:inline-start;font-size:3.45em;line-height:.82;padding:.07em .09em 0 0;font-weight:700;color:var(--accent)}}
@media(min-width:80rem){article>nav{grid-column:1;grid-row:2/span 2;align-self:start;justify-self:end;position:sticky;top:2.5rem;max-width:14rem;max-height:calc(100vh - 5rem);overflow-y:auto;padding-inline:1.1rem 2.4rem}nav details>ol{columns:auto}nav~.text{grid-row:2}}
@supports selector(::details-content){@media(min-width:80rem){nav details::details-content{content-visibility:visible}nav summary{list-style:none;pointer-events:none}}}
`;

/** Movement only for those who want it; on paper the links are spelled out and the contents are left away. */
const mediaCss = `
@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}.skip{transition:transform .15s}}
@media print{
@page{margin:2cm}
html{font-size:10.5pt}
article{display:block;padding:0}
nav,.skip,.back,.site{display:none}
.card,.glance{break-inside:avoid}
section a[href^="http"]:not(.bare):not(:has(img))::after{content:" (" attr(href) ")";font-size:.82em;overflow-wrap:anywhere}
h1,h2,h3,h4,h5,h6{break-after:avoid}
blockquote,pre,figure,.table,.points,.scores,.alert,tr{break-inside:avoid}
pre{white-space:pre-wrap;border:1px solid var(--line)}
p,li{orphans:3;widows:3}
}
`;

/** Where the system's colours replace ours, what was said by a ground alone is said by an edge. */
const forcedCss = `
@media(forced-colors:active){
meter,.tags li,.alert,pre,:not(pre)>code{border:1px solid}
.alert{border-inline-start-width:.25rem}
mark{background:Mark;color:MarkText}
}
`;

/** The page's own style sheet: no fonts, no pictures, nothing fetched. */
export const css = [themeCss, layoutCss, cardCss, textCss, mediaCss, forcedCss]
  .map((part) => part.trim())
  .join('\n');
