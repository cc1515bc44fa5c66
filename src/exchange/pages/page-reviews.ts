import type { JsonMap } from '../../model/json.ts';
import { elementsOf, parseHtml } from '../html/html-tree.ts';
import { jsonLdReviews } from './json-ld.ts';
import { microformatReviews } from './microformats.ts';

/**
 * The reviews that a web page says are some, as keys that the readers know: JSON-LD (https://schema.org/Review, in `@graph` and within what is reviewed, too), else h-review
 * (https://microformats.org/wiki/h-review), else hReview. Where both are there and the first has no text, the text is the second's.
 */
export function pageReviews(html: string): readonly JsonMap[] {
  const page = parseHtml(html);
  const marked = microformatReviews(page);
  const data = [...elementsOf(page)]
    .filter(
      ({ tag, attributes }) =>
        tag === 'script' && /^application\/ld\+json\b/i.test(attributes.type?.trim() ?? ''),
    )
    .flatMap(({ children }) =>
      jsonLdReviews(children.filter((child) => typeof child === 'string').join('')),
    );
  if (data.length === 0) return marked;
  const [only] = data;
  const [text] = marked;
  if (data.length > 1 || marked.length !== 1 || only === undefined || 'body' in only) return data;
  return text?.body === undefined ? data : [{ ...only, body: text.body }];
}
