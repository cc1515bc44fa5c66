import type { Json } from '../../model/json.ts';
import { displayTitle, type Rating, type Review } from '../../model/review.ts';
import { element, escapeHtml } from './escape.ts';
import { safeAddress } from './inline.ts';

/** The head of the article: every field of the review once. Classes of microformats2 (h-review, h-item, h-card) say what is what. */
export function cardHtml(review: Review): string {
  return [
    element('h1', `class="p-name"`, escapeHtml(displayTitle(review))),
    itemHtml(review),
    bylineHtml(review),
    ratingHtml(review),
    review.summary === undefined ? '' : element('p', 'class="summary p-summary"', escapeHtml(review.summary)),
    scoresHtml(review),
    pointsHtml(review),
    factsHtml(review),
  ]
    .filter((html) => html !== '')
    .join('\n');
}

const mainRoles: ReadonlySet<string> = new Set(['director', 'author', 'artist', 'developer', 'creator', 'chef', 'designer']);

function itemHtml({ title, item }: Review): string {
  const makers = item.creators.filter(({ role }) => mainRoles.has(role)).map(({ name }) => name);
  const name = item.name ?? '';
  const shown = name !== '' && title !== undefined && title !== name;
  const parts = [
    ...(name === '' ? [] : [shown ? element('cite', 'class="p-name"', escapeHtml(name)) : `<data class="p-name" value="${escapeHtml(name)}"></data>`]),
    ...(item.kind === undefined ? [] : [escapeHtml(`${item.kind.charAt(0).toUpperCase()}${item.kind.slice(1)}`)]),
    ...(item.year === undefined ? [] : [String(item.year)]),
    ...(makers.length === 0 ? [] : [escapeHtml(makers.join(', '))]),
  ];
  const image = item.image === undefined ? null : safeAddress(item.image, new Set(['http', 'https', null]));
  const picture = image === null || image === '' ? '' : `\n<img class="u-photo" src="${image}" alt="">`;
  if (parts.length === 0 && picture === '') return '';
  const [first = '', ...rest] = parts;
  const line = first.startsWith('<data') ? first + rest.join(' · ') : parts.join(' · ');
  return element('div', 'class="item p-item h-item"', `${element('p', '', line)}${picture}`);
}

function bylineHtml({ author, published, updated }: Review): string {
  const people = author.map(({ name, url }) => {
    const address = url === undefined ? null : safeAddress(url);
    return address === null ? element('span', 'class="p-author h-card"', escapeHtml(name)) : element('a', `class="p-author h-card" href="${address}"`, escapeHtml(name));
  });
  const parts = [
    ...(people.length === 0 ? [] : [`by ${people.join(', ')}`]),
    ...(published === undefined ? [] : [timeHtml(published, 'dt-published')]),
    ...(updated === undefined ? [] : [`updated ${timeHtml(updated, 'dt-updated')}`]),
  ];
  return parts.length === 0 ? '' : element('p', 'class="byline"', parts.join(' · '));
}

function timeHtml(date: string, name: string): string {
  return element('time', `class="${name}" datetime="${escapeHtml(date)}"`, escapeHtml(date));
}

/** The rating in words for those who hear it, in stars for those who see it, and as written for both. */
function ratingHtml({ rating, recommended }: Review): string {
  const verdict = recommended === undefined ? '' : element('span', `class="${recommended ? 'pro' : 'con'}"`, recommended ? 'Recommended' : 'Not recommended');
  if (rating === null) return verdict === '' ? '' : element('p', 'class="rating"', verdict);
  const label = `${rating.value} out of ${rating.best}`;
  const stars = element('span', `class="stars" role="img" aria-label="${label}"`, starText(rating));
  const drawn = /[★☆⭐]/u.test(rating.source);
  const figure = element('span', 'class="figure"', drawn ? `${rating.value}/${rating.best}` : escapeHtml(rating.source));
  const data = `<data class="p-rating" value="${rating.value}"></data><data class="p-best" value="${rating.best}"></data>`;
  return element('p', 'class="rating"', [`${stars} ${figure}${data}`, verdict].filter((part) => part !== '').join(' · '));
}

function starText({ normalized }: Rating): string {
  const halves = Math.round(Math.min(Math.max(normalized, 0), 1) * 10);
  const half = halves % 2 === 1 ? '½' : '';
  return '★'.repeat(Math.floor(halves / 2)) + half + '☆'.repeat(5 - Math.floor(halves / 2) - half.length);
}

function scoresHtml({ scores }: Review): string {
  if (scores.length === 0) return '';
  const rows = scores.map(({ aspect, value, best, worst, source }) => {
    const name = escapeHtml(aspect);
    const meter = `<meter min="${worst}" max="${best}" value="${value}" aria-label="${name}: ${value} out of ${best}">${value}/${best}</meter>`;
    return `<div><dt>${name}</dt><dd>${meter} <span class="figure">${/[★☆⭐]/u.test(source) ? `${value}/${best}` : escapeHtml(source)}</span></dd></div>`;
  });
  return element('dl', 'class="scores"', `\n${rows.join('\n')}\n`);
}

function pointsHtml({ pros, cons }: Review): string {
  const list = (title: string, name: string, points: readonly string[]): string =>
    points.length === 0 ? '' : `<div class="${name}">\n<h2>${title}</h2>\n<ul>\n${points.map((point) => element('li', '', escapeHtml(point))).join('\n')}\n</ul>\n</div>`;
  const html = [list('Pros', 'pros', pros), list('Cons', 'cons', cons)].filter((part) => part !== '').join('\n');
  return html === '' ? '' : element('div', 'class="points"', `\n${html}\n`);
}

/** What is left, as a list of names and values. */
function factsHtml(review: Review): string {
  const { item } = review;
  const roles = [...new Set(item.creators.map(({ role }) => role).filter((role) => !mainRoles.has(role)))];
  const rows: [string, string][] = [
    ...roles.map((role): [string, string] => [titled(role), escapeHtml(item.creators.filter((creator) => creator.role === role).map(({ name }) => name).join(', '))]),
    ...text('Released', item.released),
    ...Object.entries(item.details).flatMap(([name, value]) => jsonRows(titled(name), value)),
    ...review.experienced.map((one): [string, string] => ['Experienced', escapeHtml([one.date, one.venue, one.with === undefined ? undefined : `with ${one.with.join(', ')}`, one.repeat === true ? 'again' : undefined].filter((part) => part !== undefined).join(', '))]),
    ...Object.entries(item.ids).map(([name, value]): [string, string] => [escapeHtml(name), addressOrText(value)]),
    ...(review.url === undefined ? [] : [['Link', addressOrText(review.url)] as [string, string]]),
    ...(review.tags.length === 0 ? [] : [['Tags', review.tags.map((tag) => element('span', 'class="p-category"', escapeHtml(tag))).join(', ')] as [string, string]]),
    ...text('Draft', yesNo(review.draft)),
    ...text('Spoilers', yesNo(review.spoilers)),
    ...Object.entries(review.extra).flatMap(([name, value]) => jsonRows(escapeHtml(name), value)),
  ];
  if (rows.length === 0) return '';
  return element('dl', 'class="facts"', `\n${rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('\n')}\n`);
}

function text(label: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[label, escapeHtml(value)]];
}

function yesNo(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? 'yes' : 'no';
}

function addressOrText(value: string): string {
  const address = /^https?:\/\//i.test(value) ? safeAddress(value) : null;
  return address === null ? escapeHtml(value) : element('a', `href="${address}"`, escapeHtml(value));
}

function jsonRows(label: string, value: Json): [string, string][] {
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([name, inner]) => jsonRows(`${label}.${escapeHtml(name)}`, inner as Json));
  }
  return [[label, escapeHtml(valueText(value))]];
}

function valueText(value: Json): string {
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (value !== null && typeof value === 'object') return Object.entries(value).map(([name, inner]) => `${name}: ${valueText(inner as Json)}`).join(', ');
  return String(value);
}

function titled(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ').toLowerCase();
  return escapeHtml(words.charAt(0).toUpperCase() + words.slice(1));
}
