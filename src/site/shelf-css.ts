import { linksCss, resetCss } from '../writers/html/head/css-base.ts';
import { themeCss } from '../writers/html/head/css-theme.ts';

const layoutCss = `${resetCss}main,.site{max-width:78rem;margin-inline:auto;padding-inline:clamp(1.1rem,4vw,3rem)}
main{padding-block:clamp(1.5rem,5vw,4rem)}
h1{font-size:clamp(2.1rem,1.3rem + 3.6vw,3.8rem);line-height:1.06;letter-spacing:-.022em;text-wrap:balance;margin:0 0 .15em}
${linksCss}.count,nav,.sort,.kind,.item,.byline,.rating,footer{font-family:var(--sans)}
.count{color:var(--soft);font-size:.86rem;margin:0 0 1.8rem}
`;

const filterCss = `
.filters{border-block:1px solid var(--line);padding-block:1rem;margin-bottom:1.8rem;display:grid;gap:.8rem}
.filters nav,.sort{display:grid;grid-template-columns:4.5rem minmax(0,1fr);gap:.4rem .5rem;align-items:baseline}
.filters h2,.sort legend{font:700 .75rem/1.4 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:0;padding:0}
.filters ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.4rem}
.filters a,.sort label{display:inline-block;font-size:.82rem;line-height:1.4;padding:.22em .8em;border-radius:1em;background:var(--wash);text-decoration:none;cursor:pointer}
.filters a:hover,.sort label:hover{text-decoration:underline}
.filters [aria-current],.sort :checked+label{background:var(--ink);color:var(--paper)}
.filters span{color:var(--soft);font-variant-numeric:tabular-nums}
.filters [aria-current] span{color:inherit}
.sort{border:0;margin:0;padding:0;min-width:0}
.sort legend{float:inline-start}
.sort div{grid-column:2;display:flex;flex-wrap:wrap;gap:.4rem}
.filters details{grid-column:2}
.filters summary{font-size:.82rem;color:var(--soft);cursor:pointer;padding:.2em 0}
.filters details ul{margin-top:.4rem}
.sort input{position:absolute;opacity:0;width:1px;height:1px}
.sort :focus-visible+label{outline:.17rem solid var(--accent);outline-offset:.15rem}
@supports not selector(:has(a)){.sort{display:none}}
main:has(#best:checked) .cards>li{order:var(--b)}
main:has(#title:checked) .cards>li{order:var(--t)}
@media(max-width:29.99rem){.filters nav,.sort{display:block}.filters h2,.sort legend{float:none;margin-bottom:.35rem}}
`;

const cardsCss = `
.cards{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17.5rem),1fr));gap:clamp(1rem,2vw,1.6rem);reading-flow:grid-order}
.cards>li{position:relative;display:flex;flex-direction:column;min-width:0;background:var(--wash);border:1px solid var(--line);border-top:.25rem solid var(--star);border-radius:.4rem;overflow:hidden}
.cards>li:hover{border-color:var(--edge);border-top-color:var(--accent)}
.cards>.covered{flex-direction:row-reverse}
.cards img{flex:none;align-self:flex-start;width:32%;max-width:7.5rem;margin:1.2rem 1.2rem 1.2rem 0;aspect-ratio:2/3;object-fit:cover;background:var(--line);border-radius:.25rem}
.words{display:flex;flex-direction:column;flex:1;padding:1.1rem 1.25rem 1.2rem;min-width:0}
.words p{margin:0}
.kind{font-size:.75rem;font-weight:700;letter-spacing:.06em;text-transform:uppercase;color:var(--accent)}
.cards h2{font-size:1.3rem;line-height:1.18;letter-spacing:-.01em;text-wrap:balance;margin:.3rem 0 .25rem}
.cards h2 a{text-decoration:none}
.cards h2 a::after{content:"";position:absolute;inset:0}
.cards>li:hover h2 a{text-decoration:underline}
.cards>li:has(h2 a:focus-visible){outline:.17rem solid var(--accent);outline-offset:.15rem}
.cards h2 a:focus-visible{outline:0}
.item{font-size:.84rem;color:var(--soft)}
.item cite{color:var(--ink);font-weight:600}
.words .rating{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem .6rem;margin:.55rem 0 0}
.stars{color:var(--star);font:1.2rem/1.15 var(--symbols);letter-spacing:.04em;white-space:nowrap}
.half{position:relative;display:inline-block;font-size:0;vertical-align:baseline}
.half::before,.half::after{font-size:1.2rem}
.half::before{content:"☆"}
.half::after{content:"★";position:absolute;inset-block-start:0;inset-inline-start:0;width:50%;overflow:hidden}
.figure{font-size:.9rem;font-weight:700;font-variant-numeric:tabular-nums}
.recommended{font-size:.78rem;font-weight:600;color:var(--pro)}
.recommended.not{color:var(--con)}
.words .p-summary{font-style:italic}
.words .p-summary,.words .excerpt{margin-top:.6rem;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:4;line-clamp:4;overflow:hidden}
.words .byline{margin-top:auto;padding-top:.9rem;font-size:.78rem;color:var(--soft)}
header.site{padding-block:1rem 0;font:.86rem/1.5 var(--sans)}
header.site+main{padding-top:1rem}
footer{padding-block:0 3rem;font-size:.82rem;color:var(--soft)}
footer a{margin-inline-end:1em}
@media print{.filters,header.site,footer,.skip{display:none}.cards{grid-template-columns:1fr 1fr}.cards>li{break-inside:avoid}.cards img{aspect-ratio:auto;object-fit:contain;background:none}}
@media(forced-colors:active){.filters a,.sort label{border:1px solid}.filters [aria-current],.sort :checked+label{forced-color-adjust:none;background:Highlight;color:HighlightText}}
@media(prefers-reduced-motion:no-preference){.skip{transition:transform .15s}}
`;

/** What a list of several pages has besides. */
export const pagerCss = `
.pages{margin-top:1.8rem;border-top:1px solid var(--line);padding-top:1rem}
.pages ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;justify-content:center;gap:.4rem}
.pages a,.pages [aria-hidden]{display:inline-block;min-width:2.2em;padding:.35em .7em;border-radius:1em;font-size:.9rem;line-height:1.4;text-align:center;font-variant-numeric:tabular-nums}
.pages a{background:var(--wash);text-decoration:none}
.pages a:hover{text-decoration:underline}
.pages [aria-current]{background:var(--ink);color:var(--paper)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{.pages{display:none}}
@media(forced-colors:active){.pages a{border:1px solid}.pages [aria-current]{forced-color-adjust:none;background:Highlight;color:HighlightText}}
`.trim();

/** The shelf's style sheet: the colours and faces of the pages. */
export const shelfCss = [themeCss, layoutCss, filterCss, cardsCss]
  .map((part) => part.trim())
  .join('\n');
