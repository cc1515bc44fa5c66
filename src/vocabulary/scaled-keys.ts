const written =
  /^(.*?\p{L})[\s_-]*\(?\s*(?:(?:out[\s_-]*of|of|over|von|sur|de|su|van|z|из|av)[\s_-]+(\d{1,3})|[/／]\s*(\d{1,3})|[01]\s*(?:[-–—]|\.\.|to|_to_)\s*(\d{1,3})|(?<=[\s_-])(5|10|20|100))\s*\)?$/iu;

/** A key that says the scale of what stands under it: `rating_1-5`, `Score (out of 10)`, `Note /20`; null for any other. */
export function scaledKey(key: string): { readonly name: string; readonly best: number } | null {
  if (key.length > 40 || !/\d/.test(key)) return null;
  const [, name, ...figures] = written.exec(key.trim()) ?? [];
  const best = Number(figures.find((figure) => figure !== undefined));
  return name === undefined || !(best > 1) ? null : { name: name.replace(/[\s_-]+$/, ''), best };
}
