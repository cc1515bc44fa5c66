import type { Item } from '../../../model/review.ts';
import type { HtmlOptions } from '../../writer.ts';
import { absoluteAddress, imageAddress } from '../url.ts';

/** The address of the item's picture for programs and other sites, whole where it is known from where; undefined where there is none. */
export function coverAddress(
  { image = '' }: Item,
  { cover, baseUrl, address }: Pick<HtmlOptions, 'cover' | 'baseUrl' | 'address'>,
): string | undefined {
  const own = cover === undefined ? imageAddress(image) : cover;
  if (own === null) return undefined;
  const base = baseUrl ?? address;
  return base === undefined ? own : absoluteAddress(own, base);
}
