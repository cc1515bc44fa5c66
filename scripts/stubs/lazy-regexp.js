// marked builds some fifty regular expressions when it loads, most of them for syntaxes that a document does not use; parsing
// them takes longer than lexing a review. This one is parsed at its first use. It has what marked asks of a rule.
class LazyRegExp {
  constructor(source, flags) {
    this.source = source;
    this.flags = flags;
  }
  get made() {
    const made = new RegExp(this.source, this.flags);
    Object.defineProperty(this, 'made', { value: made });
    return made;
  }
  get lastIndex() {
    return this.made.lastIndex;
  }
  set lastIndex(index) {
    this.made.lastIndex = index;
  }
  exec(text) {
    return this.made.exec(text);
  }
  test(text) {
    return this.made.test(text);
  }
  [Symbol.match](text) {
    return text.match(this.made);
  }
  [Symbol.matchAll](text) {
    return text.matchAll(this.made);
  }
  [Symbol.replace](text, by) {
    return text.replace(this.made, by);
  }
  [Symbol.search](text) {
    return text.search(this.made);
  }
  [Symbol.split](text, limit) {
    return text.split(this.made, limit);
  }
}

export const lazyRegExp = (source, flags) => new LazyRegExp(source, flags);
