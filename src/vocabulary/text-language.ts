/** Small words that texts of a language are full of, and those of its neighbours are not. */
const smallWords: readonly (readonly [tag: string, words: string])[] = [
  ['en', 'the and of to is it that was for with but this his her you are'],
  ['de', 'der die das und ist nicht ein eine mit auf den von zu auch aber sich dem'],
  ['fr', 'le la les et est une des dans que qui pas pour sur au avec mais ce'],
  ['es', 'el la los las y es una que por con para pero no su como más del'],
  ['pt', 'o a os as e é uma que não com para mas do da em um seu como'],
  ['it', 'il lo gli e è una che non per con ma di del della sono come anche'],
  ['nl', 'de het een en is niet van dat met op voor maar ook zijn er aan die'],
  ['pl', 'i w na nie się że to jest z do ale jak tak dla o po który'],
];

const scripts: readonly (readonly [tag: string, script: RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

const lookedAt = 4000;
const fewestWords = 6;

/**
 * The language that the beginning of a text is in, as a tag, by its script or its small words; null when it is too short or nothing stands out. A guess, for
 * someone to look at.
 */
export function languageOfText(text: string): string | null {
  const start = text.slice(0, lookedAt);
  for (const [tag, script] of scripts)
    if ((start.match(script)?.length ?? 0) * 10 > start.length) return tag;
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = smallWords.map(([tag, list]) => {
    const wanted = new Set(list.split(' '));
    return { tag, count: words.filter((word) => wanted.has(word)).length };
  });
  counts.sort((a, b) => b.count - a.count);
  const [best, second] = counts;
  if (best === undefined || best.count < fewestWords) return null;
  return best.count >= 1.3 * (second?.count ?? 0) ? best.tag : null;
}
