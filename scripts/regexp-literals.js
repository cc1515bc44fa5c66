// Regular expressions that ask for properties of characters, as the bundle has them.

const literal =
  /(?<=[=(,:[!&|?{};>]\s*|\breturn\s+)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuy]*)/g;

/** Those that stand in JavaScript as literals, with `put` in the place of each. */
export function replaceLiterals(code, put) {
  return code.replace(literal, (whole, source, flags) =>
    /\\p\{/.test(source) && flags.includes('u') ? put(source, flags) : whole,
  );
}

/** The code with them made when they are used, once each. */
export function lazyLiterals(code) {
  const kept = [];
  const replaced = replaceLiterals(code, (source, flags) => {
    const made = `lazyRegExp(${JSON.stringify(source)}, ${JSON.stringify(flags)})`;
    const at = kept.includes(made) ? kept.indexOf(made) : kept.push(made) - 1;
    // One that remembers where it was must not remember another's place.
    return /[gy]/.test(flags) ? `pattern${at}$.fresh()` : `pattern${at}$`;
  });
  const head = kept.map((made, at) => `const pattern${at}$ = ${made};\n`).join('');
  return { head, code: replaced, isChanged: kept.length > 0 };
}
