import { linksCss, resetCss } from '../writers/html/head/css-base.ts';
import { themeCss } from '../writers/html/head/css-theme.ts';

/** What is drawn, in a page and in a picture alone. */
export const drawingCss = `
svg text{font-family:var(--sans);font-size:12px;fill:var(--ink)}
svg .name{fill:var(--soft)}
svg .figure{font-weight:700;font-variant-numeric:tabular-nums}
svg .note{fill:var(--star);font-weight:600;font-variant-numeric:tabular-nums}
svg .bar,svg .l4{fill:var(--star)}
svg .l1{fill:color-mix(in srgb,var(--star) 38%,var(--wash))}
svg .l2{fill:color-mix(in srgb,var(--star) 60%,var(--wash))}
svg .l3{fill:color-mix(in srgb,var(--star) 80%,var(--wash))}
svg .empty{fill:var(--line);opacity:.55}
svg .base{stroke:var(--edge);fill:none}
`;

const pageCss = `${resetCss}main,.site{max-width:72rem;margin-inline:auto;padding-inline:clamp(1.1rem,4vw,3rem)}
main{padding-block:clamp(1.5rem,5vw,4rem)}
h1{font-size:clamp(2.4rem,1.3rem + 4.6vw,4.6rem);line-height:1.02;letter-spacing:-.026em;text-wrap:balance;margin:0 0 .3em}
h2{font-size:1.35rem;line-height:1.2;letter-spacing:-.01em;margin:0 0 .2rem}
${linksCss}.totals{display:flex;flex-wrap:wrap;gap:1rem clamp(1.6rem,4vw,3.4rem);margin:0 0 clamp(1.6rem,4vw,2.8rem);padding-block:1.1rem;border-block:1px solid var(--line)}
.totals div{display:flex;flex-direction:column-reverse;max-width:100%}
.totals dt{font:.8rem/1.35 var(--sans);color:var(--soft)}
.totals dd{margin:0;font-size:clamp(1.5rem,1.1rem + 1.6vw,2.3rem);line-height:1.15;font-weight:700;letter-spacing:-.015em;font-variant-numeric:lining-nums tabular-nums}
.totals .stars{color:var(--star)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:clamp(1rem,2vw,1.6rem)}
.charts>section{min-width:0;background:var(--wash);border:1px solid var(--line);border-radius:.5rem;padding:1.3rem clamp(1.1rem,2.4vw,1.6rem) 1rem}
.charts>.wide{grid-column:1/-1}
.charts p{margin:0 0 1.1rem;font:.84rem/1.45 var(--sans);color:var(--soft)}
.charts svg{display:block;width:100%;height:auto;max-width:34rem;overflow:visible}
.sheets{display:grid;grid-template-columns:repeat(auto-fit,minmax(5.6rem,1fr));gap:1.1rem 1.3rem}
.best{list-style:none;counter-reset:best;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:.2rem 2.4rem}
.best li{counter-increment:best;display:grid;grid-template-columns:2.1rem minmax(0,1fr) auto;gap:0 .6rem;align-items:baseline;padding:.65rem 0;border-top:1px solid var(--line)}
.best li::before{content:counter(best);font-size:1.7rem;line-height:1;font-weight:700;color:var(--star);font-variant-numeric:lining-nums}
.best cite{font-style:normal;font-weight:700;font-size:1.06rem;line-height:1.3}
.best small{grid-column:2/-1;font:.82rem/1.4 var(--sans);color:var(--soft)}
.best .stars{color:var(--star);font:1rem/1 var(--symbols);letter-spacing:.04em;white-space:nowrap}
details{margin-top:.9rem;font:.82rem/1.45 var(--sans)}
summary{cursor:pointer;color:var(--soft);width:fit-content}
.scroll{overflow-x:auto;max-height:24rem;margin-top:.6rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{text-align:start;padding:.25em 1.2em .25em 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{font-weight:700}
td{text-align:end}
header.site{padding-block:1rem 0;font:.86rem/1.5 var(--sans)}
header.site+main{padding-top:1rem}
footer.site{padding-block:0 3rem;font:.82rem/1.5 var(--sans);color:var(--soft)}
footer.site a{margin-inline-end:1em}
@media print{@page{margin:1.6cm}html{font-size:9.5pt}.skip,.site,details{display:none}main{padding:0;max-width:none}.charts{grid-template-columns:1fr 1fr;gap:.8rem}.charts>section{break-inside:avoid;padding:.9rem 1rem}.sheets{grid-template-columns:repeat(12,1fr);gap:.5rem}svg .empty{fill:#ddd;opacity:1}}
@media(forced-colors:active){svg .bar,svg .l1,svg .l2,svg .l3,svg .l4{fill:CanvasText}svg .empty{fill:none;stroke:GrayText}svg text{fill:CanvasText}}
@media(prefers-reduced-motion:no-preference){.skip{transition:transform .15s}}
`;

/** The style sheet of the page: the colours and faces of all pages. */
export const statsCss = [themeCss, drawingCss, pageCss].map((part) => part.trim()).join('\n');
