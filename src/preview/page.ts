import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from '../text/counted.ts';
import { container, element, escapeLine, joinBlocks } from '../writers/html/escape.ts';
import { eventsPath } from './server.ts';

/** Loads the page again when its review was saved, and when the server is back after it was gone. */
const script = `const events=new EventSource(${JSON.stringify(eventsPath)});let lost=false;
events.addEventListener("change",()=>location.reload());
events.onerror=()=>{lost=true};
events.onopen=()=>{if(lost)location.reload()};`;

const css = `
.findings{max-width:60rem;max-height:45vh;margin:1rem auto;overflow:auto;padding:.6rem 1rem;background:var(--paper,#fff);color:var(--ink,#000);border:1px solid var(--edge,#777);border-radius:.4rem;font:.82rem/1.45 var(--sans,sans-serif)}
.findings summary{font-weight:700;cursor:pointer;color:inherit}
.findings ol{margin:.6rem 0 .2rem;padding:0;list-style:none}
.findings li{margin:0 0 .6rem;padding-inline-start:.7rem;border-inline-start:.2rem solid var(--soft,#777)}
.findings .is-error{border-color:var(--con,#a00)}
.findings .is-warning{border-color:var(--star,#b60)}
.findings .hint{display:block;color:var(--soft,#555)}
@media print{.findings{display:none}}`;

/** What a preview's page is allowed: its own small script, which is known by its hash, and the library's pictures. */
export const previewPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src 'self' data: https:",
  `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Or the browser asks for one, and complains that there is none. */
const noIcon = '<link rel="icon" href="data:,">';

/** What a preview adds to a page, for its slots: what `check` finds in the review, and a script that loads it again. To be sent under `previewPolicy`. */
export function previewSlots(findings: readonly Diagnostic[]): {
  readonly head: string;
  readonly above: string;
  readonly body: string;
} {
  return {
    head: joinBlocks([noIcon, element('style', {}, `${css}\n`)]),
    above: findingsHtml(findings),
    body: element('script', {}, script),
  };
}

/** A whole page that has no slots, with what every page of a preview has. */
export function withReload(html: string): string {
  const { head, body } = previewSlots([]);
  return html
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>\n/, '')
    .replace('</head>', () => `${head}\n</head>`)
    .replace(/<\/body>(?=\s*<\/html>\s*$)/, () => `${body}\n</body>`);
}

/** The page of a review that cannot be read: it waits for the file to come back. */
export function failurePage(reason: string): string {
  const head = container('head', {}, [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    element('title', {}, 'No preview'),
    noIcon,
    element(
      'style',
      {},
      ':root{color-scheme:light dark}body{font:1rem/1.5 sans-serif;margin:2rem}',
    ),
  ]);
  const body = container('body', {}, [
    element('h1', {}, 'No preview'),
    element('p', {}, escapeLine(reason)),
    element('script', {}, script),
  ]);
  return `<!DOCTYPE html>\n${container('html', { lang: 'en' }, [head, body])}\n`;
}

function findingsHtml(findings: readonly Diagnostic[]): string {
  if (findings.length === 0) return '';
  const isWrong = findings.some(({ severity }) => severity !== 'info');
  const sorted = severities.flatMap((wanted) =>
    findings.filter(({ severity }) => severity === wanted),
  );
  return container('aside', { 'aria-label': 'What check finds' }, [
    container('details', { class: 'findings', open: isWrong }, [
      element('summary', {}, counted(findings.length, 'finding')),
      container('ol', {}, sorted.map(findingHtml)),
    ]),
  ]);
}

/** The worst first: an error may be why all else looks wrong. */
const severities = ['error', 'warning', 'info'] as const;

/** Words with their back quotes as code. */
function wordsHtml(text: string): string {
  return escapeLine(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function findingHtml({ severity, message, hint, range, code }: Diagnostic): string {
  const place = range === undefined ? '' : `${range.start.line}:${range.start.column} `;
  const text = `${wordsHtml(`${place}${severity}: ${message}`)} ${element('code', {}, escapeLine(code))}`;
  const advice = hint === undefined ? '' : element('span', { class: 'hint' }, wordsHtml(hint));
  return element('li', { class: `is-${severity}` }, joinBlocks([text, advice]));
}
