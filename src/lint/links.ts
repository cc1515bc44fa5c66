import { decodeEntities } from '../markdown/entities.ts';
import { htmlTag } from '../markdown/html-tags.ts';
import type { AnyToken } from '../markdown/tokens.ts';
import { dataPictureAddress, isData, schemeOf } from '../markdown/url.ts';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Range } from '../model/position.ts';
import { flattenSections } from '../model/section-tree.ts';
import { endings } from '../readers/formats.ts';
import { editDistance } from '../text/edit-distance.ts';
import { slugify } from '../text/slug.ts';
import { visibleLine } from '../text/visible.ts';
import { targetOf } from '../vocabulary/links.ts';
import { neverReview } from '../vocabulary/never-reviews.ts';
import { withMore } from './more.ts';
import { type PlacedToken, placedTokens } from './placed-tokens.ts';
import { knownKeys, type Rule, rangeOf, type Subject } from './subject.ts';

/** Beyond this, nobody reads on; and near names are looked for among so many at the most. */
const most = 100;
const mostIds = 1000;

/**
 * Links to a section or a file that there is not, image files that are not there: link-broken and image-missing, at the address; pictures that no
 * page shows, image-blocked, and links to files that no site has, link-unpublished. Addresses on the web are not asked. A path from the root of a site (`/images/x.jpg`) is looked up from the library's root and
 * from the folders that site makers publish; where none has it, it may come from elsewhere: a note.
 */
export const links: Rule = (subject) => {
  const ids = new Set(flattenSections(subject.review.sections).map(({ id }) => id));
  for (const id of anchorsIn(subject.source)) ids.add(id);
  const found: Diagnostic[] = [];
  for (const placed of placedTokens(subject)) {
    if (found.length === most) return [...missingCovers(subject), ...withMore(found)];
    const { token } = placed;
    if (token.type === 'link' && token.href.startsWith('#')) {
      const name = decoded(token.href.slice(1));
      if (name !== '' && name !== 'top' && !ids.has(name))
        found.push(brokenLink(subject, placed, token.href, name, ids));
      continue;
    }
    for (const { href, isImage } of addressesIn(token)) {
      const range = addressRange(subject, placed, href);
      found.push(...(isImage ? imageFault(subject, href, range) : linkFault(subject, href, range)));
    }
  }
  return [...missingCovers(subject), ...found];
};

interface Address {
  readonly href: string;
  readonly isImage: boolean;
}

/** The addresses that a token has itself, in raw HTML those of its tags. */
function addressesIn(token: AnyToken): Address[] {
  if (token.type === 'link') return [{ href: token.href, isImage: false }];
  if (token.type === 'image') return [{ href: token.href, isImage: true }];
  if (token.type !== 'html') return [];
  return Array.from(token.text.matchAll(/<(?:img|a)\s[^<>]{1,2000}>/gi), ([tag]) => {
    const { name, attribute } = htmlTag(tag) ?? { name: '', attribute: () => '' };
    const href = decodeEntities(attribute(name === 'img' ? 'src' : 'href'));
    return { href, isImage: name === 'img' };
  }).filter(({ href }) => href !== '' && !href.startsWith('#'));
}

/** A picture that cannot be on a page, or is not there. */
function imageFault(subject: Subject, href: string, range: Range): Diagnostic[] {
  const why = whyBlocked(href);
  if (why !== null) return [diagnose('image-blocked', why, { range })];
  return isMissing(subject, href) ? [missingImage(href, range)] : [];
}

/** Why a page does not show a picture, whatever stands at its address. */
function whyBlocked(href: string): string | null {
  if (isData(href))
    return dataPictureAddress(href) === null
      ? 'A picture in its own address is PNG, JPEG, GIF or WebP as base64, at most 256 KiB.'
      : null;
  const scheme = schemeOf(href);
  if (scheme === 'http') return 'No page loads a picture from an `http:` address.';
  return scheme === null && /\.svgz?(?:[?#]|$)/i.test(href)
    ? 'No page shows an SVG of the library: it can carry a script.'
    : null;
}

/** A link to a review that is not there, or to what has no place in a site. */
function linkFault(subject: Subject, href: string, range: Range): Diagnostic[] {
  const path = href.startsWith('/') ? undefined : localPath.exec(href)?.[0];
  const name =
    decoded(path ?? '')
      .split('/')
      .at(-1) ?? '';
  const ending = /\.[a-z][a-z\d]{1,9}$/i.exec(name)?.[0].toLowerCase();
  // Without an ending, and as a page, it may be what a site maker makes.
  if (path === undefined || ending === undefined || isPage.test(ending)) return [];
  const shown = visibleLine(decoded(path));
  if (isMissing(subject, href))
    return [diagnose('link-broken', `There is no file \`${shown}\`.`, { range })];
  const isReview = endings().includes(ending) && neverReview(name) === null;
  return subject.fileExists === null || isReview || isPicture.test(ending)
    ? []
    : [diagnose('link-unpublished', `No page of a site leads to \`${shown}\`.`, { range })];
}

const isPage = /^\.(?:html?|xhtml|php|aspx?|jsp)$/;
const isPicture = /^\.(?:avif|gif|jpe?g|png|webp)$/;

/** Ids that the author gave in HTML: our pages drop them, other programs do not. */
function anchorsIn(source: string): string[] {
  const anchor = /<[a-z][^<>]{0,200}?\s(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi;
  return Array.from(source.matchAll(anchor), ([, name = '']) => name);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function brokenLink(
  subject: Subject,
  placed: PlacedToken,
  href: string,
  name: string,
  ids: ReadonlySet<string>,
): Diagnostic {
  const range = addressRange(subject, placed, href);
  const slug = slugify(name);
  const near = ids.has(slug) ? slug : nearest(slug, ids);
  // The same name in other letters: `#The-Bad` for `the-bad`.
  const isSure = near === slug && isWhole(subject, range, href);
  return diagnose('link-broken', `No section has the id \`${visibleLine(name)}\`.`, {
    range,
    ...(near === null ? {} : { hint: `Did you mean \`#${near}\`?` }),
    ...(isSure ? { fix: [{ range, text: `#${near}` }] } : {}),
  });
}

function nearest(slug: string, ids: ReadonlySet<string>): string | null {
  const ranked = [...ids]
    .slice(0, mostIds)
    .map((id) => ({ id, away: editDistance(id, slug) }))
    .filter(({ away }) => away <= Math.max(2, slug.length / 3))
    .sort((a, b) => a.away - b.away);
  return ranked[0]?.id ?? null;
}

/** The address within its link, as it is written there; else the link's first character. */
function addressRange(
  { source, locator }: Subject,
  { token, start, isExact }: PlacedToken,
  href: string,
) {
  if (!isExact) return locator.range(start, start + 1);
  const at = source.indexOf(href, start);
  const isInside = at >= 0 && at < start + token.raw.length;
  return isInside
    ? locator.range(at, at + href.length)
    : locator.range(start, start + (token.raw.split('\n', 1)[0] as string).length);
}

function isWhole(
  { source }: Subject,
  range: ReturnType<typeof addressRange>,
  href: string,
): boolean {
  return source.slice(range.start.offset, range.end.offset) === href;
}

/** A path of the review's own folder, or from the root of a site: no scheme, no host, no template. */
const localPath = /^(?![a-z][a-z\d+.-]*:|\/\/|\\|#|\[\[|\{)[^?#{}]+/i;

function isMissing({ fileExists }: Subject, address: string): boolean {
  const path = localPath.exec(address)?.[0];
  return (
    fileExists !== null && path !== undefined && !fileExists(decoded(path)) && !fileExists(path)
  );
}

function missingImage(address: string, range: ReturnType<typeof addressRange>): Diagnostic {
  const name = visibleLine(address);
  if (!address.startsWith('/'))
    return diagnose('image-missing', `There is no file \`${name}\`.`, { range });
  const message = `\`${name}\` is neither in the library's folder nor in a published folder beside it.`;
  return { ...diagnose('image-missing', message, { range }), severity: 'info' };
}

/** `poster:`, `cover:` and their kin. */
function missingCovers(subject: Subject): Diagnostic[] {
  return knownKeys(subject)
    .filter(({ entry, meaning }) => meaning.field === 'image' && entry.value.kind === 'scalar')
    .flatMap(({ entry: { value } }) =>
      imageFault(subject, targetOf(value.text.trim()), rangeOf(subject, value)),
    );
}
