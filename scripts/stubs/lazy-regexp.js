// Regular expressions that are made at their first use. marked builds some fifty when it loads, most of them for syntaxes that a document
// does not use; parsing them takes longer than lexing a review. Those that ask for properties of characters take ten times as long
// as others to make, and for plain text one without them finds the same.
import { plainClasses, plainText } from '../plain-classes.js';

/** In longer texts looking for other characters is not worth its time. */
const longestPlain = 16_384;
/** Nor in a run that lasts: what is looked at so often might have been made long ago. */
const mostLooks = 20_000;

let looks = 0;

/** Whether the text is plain; never again once one was not, for then the others are made and may as well be used. */
function isPlain(text) {
  if (looks > mostLooks) return false;
  if (text.length > longestPlain || !plainText.test(text)) looks = mostLooks;
  return looks++ < mostLooks;
}

/** The source for plain texts; null when it asks for what is not in the table. */
export function plainSource(source) {
  let isWithin = false;
  let isKnown = true;
  const plain = source.replace(/\\p\{([^}]*)\}|\\P|\\.|\[|\]/g, (mark, name) => {
    if (mark === '[') isWithin = true;
    else if (mark === ']') isWithin = false;
    else if (mark === '\\P') isKnown = false;
    if (name === undefined) return mark;
    const members = plainClasses[name];
    if (members === undefined || (members === '' && !isWithin)) isKnown = false;
    return isWithin ? members : `[${members}]`;
  });
  return isKnown ? plain : null;
}

class LazyRegExp {
  constructor(source, flags) {
    this.source = source;
    this.flags = flags;
    this.lastIndex = 0;
  }
  get made() {
    return kept(this, 'made', new RegExp(this.source, this.flags));
  }
  /** For plain texts; null when there is none. */
  get plain() {
    const source = this.source.includes('\\p{') ? plainSource(this.source) : null;
    // Without `u` it takes half the time; with `i`, or where a code point is named, that would be another one.
    const means = this.flags.includes('i') || source?.includes('\\u{');
    const flags = means ? this.flags : this.flags.replace('u', '');
    return kept(this, 'plain', source === null ? null : new RegExp(source, flags));
  }
  /** Another that begins at the start. */
  fresh() {
    const other = Object.create(this);
    other.lastIndex = 0;
    return other;
  }
  with(text, use) {
    const made =
      this.source.includes('\\p{') && isPlain(text) ? (this.plain ?? this.made) : this.made;
    made.lastIndex = this.lastIndex;
    const result = use(made);
    this.lastIndex = made.lastIndex;
    return result;
  }
  exec(text) {
    return this.with(text, (made) => made.exec(text));
  }
  test(text) {
    return this.with(text, (made) => made.test(text));
  }
  [Symbol.match](text) {
    return this.with(text, (made) => text.match(made));
  }
  [Symbol.matchAll](text) {
    return this.with(text, (made) => text.matchAll(made));
  }
  [Symbol.replace](text, by) {
    return this.with(text, (made) => text.replace(made, by));
  }
  [Symbol.search](text) {
    return this.with(text, (made) => text.search(made));
  }
  [Symbol.split](text, limit) {
    return this.with(text, (made) => text.split(made, limit));
  }
}

/** Keeps a value where all that begin elsewhere in the text find it too. */
function kept(pattern, name, value) {
  const owner = Object.hasOwn(pattern, 'source') ? pattern : Object.getPrototypeOf(pattern);
  Object.defineProperty(owner, name, { value });
  return value;
}

export const lazyRegExp = (source, flags) => new LazyRegExp(source, flags);
