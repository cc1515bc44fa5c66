import { exportedReview } from '../shapes/export-shape.ts';
import { integer, type ObjectShape, optional, required, text } from '../shapes/shape.ts';

const { id, item, title, author, rating, ratingText, published, tags } =
  exportedReview.fields as Required<typeof exportedReview.fields>;

/** An entry of a listing, as `list --json` writes it. */
export const listShape: ObjectShape = {
  kind: 'object',
  name: 'entry',
  fields: {
    ...{ id, item, title, author, rating, ratingText, published, tags },
    date: optional(
      text,
      'Of what has no day of publication: when it was changed, else when its item was last watched, read …',
    ),
    words: required(integer(0), 'Words below the metadata.'),
    ideographs: optional(
      integer(1),
      'How many of the words are characters of Chinese or Japanese; absent for none.',
    ),
    file: required(text, 'The file it was read from.'),
  } as ObjectShape['fields'],
};
