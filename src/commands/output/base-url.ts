import { parseBaseUrl } from '../../library/config/base-url.ts';
import { UsageError } from '../usage-error.ts';

/** `--base-url` as an address that ends in a slash; what is none is a usage error. */
export function wantedBaseUrl(value: string): string {
  const baseUrl = parseBaseUrl(value);
  if (baseUrl !== null) return baseUrl;
  throw new UsageError(
    `--base-url wants an address such as https://example.org/reviews/, not '${value}'`,
  );
}
