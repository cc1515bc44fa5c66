/** Words that mean a spoiler, in the scripts in which reviews say so. */
const word =
  /(?<!\p{L})(?:spoiler(?:s|y|n|ów|ami|ach|warnung|alarm|teil|bereich|waarschuwing)?|e?sp[oó]iler(?:e?s)?|sp[oó]jler(?:y|ów|ami|ach|em)?|divulg[âa]ch(?:age|eur|is)s?|спойлер(?:ы|ов|а|ам|ами|ах|ом)?)(?!\p{L})|ネタ(?:バレ|ばれ)|ねたばれ|[剧劇]透|스포일러|스포(?=주의|있|포함|\P{L}|$)/giu;

/** What behind the word says that there are none, or that they are only spoken of. */
const denyingAfter =
  /^[\s\p{Pd}]*(?:free|less|safe|proof|frei|vrij|policy|policies|culture|etiquette|matter|нет|なし|無し|あり?ません)(?!\p{L})|^\s*(?:は|を|が|가|는|도|를)?\s*(?:なし|無し|ない|無い|厳禁|防止|(?:含み|含ま|し|あり)(?:ません|ない)|없|안|[无無])/iu;

/** What before it does, with a word or two between. */
const denyingBefore =
  /(?<!\p{L})(?:no|non|not|never|without|w\/o|zero|free of|avoid(?:s|ing)?|minus|sans|pas d[e'’]|aucune?|ohne|keine?|sin|ning[uú]n|libre de|senza|niente|nessuno?|sem|nenhum|livre de|zonder|geen|bez|brak|nie (?:ma|zawiera)|без|нет)[\s\p{Pd}]*(?:\p{L}+[\s\p{Pd}]+){0,2}$|(?<!\p{L})(?:about|regarding|concerning|on|hat(?:e|es|ing)|against)\s+$/iu;
const denyingBeforeIdeograph = /(?:[无無不没沒非零防]|[没沒]有)\s*$/u;

/**
 * Whether a heading says that what stands under it gives the plot away: `Spoilers`, `The end (spoilers)`, `Full spoilers below`;
 * not `Spoiler-free`, `No spoilers`, `About spoilers in reviews`. In doubt it does. `title` is what is to be seen of the heading.
 */
export function saysSpoilers(title: string): boolean {
  const start = title.slice(0, longest);
  const found = [...start.matchAll(word)];
  return found.length > 0 && found.every(({ 0: text, index }) => isMeant(start, text, index));
}

/** A longer heading is a sentence, and would take long to look through as a whole. */
const longest = 200;

function isMeant(title: string, text: string, index: number): boolean {
  const before = title.slice(0, index);
  return (
    !denyingAfter.test(title.slice(index + text.length)) &&
    !denyingBefore.test(before) &&
    !denyingBeforeIdeograph.test(before)
  );
}
