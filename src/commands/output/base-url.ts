import { UsageError } from '../usage-error.ts';

/** `--base-url` as an address that ends in a slash; what is none is a usage error. */
export function wantedBaseUrl(value: string): string {
  const baseUrl = parseBaseUrl(value);
  if (baseUrl !== null) return baseUrl;
  throw new UsageError(
    `--base-url wants an address such as https://example.org/reviews/, not '${value}'`,
  );
}

/** An http or https address that ends in a slash, or null when `text` is none: what follows the last slash is a folder's name. */
function parseBaseUrl(text: string): string | null {
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  url.search = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url.href;
}
