/** What a module imports, types included, and whether it speaks of `process`. */
export interface Scanned {
  readonly imports: readonly string[];
  readonly usesProcess: boolean;
  /** Its regular expressions as they are written, `/…/flags`. */
  readonly patterns: readonly string[];
}

const importForms: readonly RegExp[] = [
  /(?:^|[;}\s])(?:import|export)\s(?:[^;'"`]*?\sfrom\s*)?'([^']+)'/g,
  /\bimport\s*\(\s*'([^']+)'/g,
  /\brequire\s*\(\s*'([^']+)'/g,
  /\bcreateRequire\s*\([^)]*\)\s*(?:\.resolve)?\(\s*'([^']+)'/g,
];

/** Scans TypeScript. A module that is not named by a plain string is an error, since nobody could check it. */
export function scan(source: string): Scanned {
  const { withoutComments, codeAlone, patterns } = split(source);
  const plain = withoutComments.replaceAll('"', "'");
  if (/\bimport\s*\((?!\s*')/.test(codeAlone.replace(/''/g, "'"))) {
    throw new Error('an import() of something that is no plain string');
  }
  const found = importForms.flatMap((form) =>
    [...plain.matchAll(form)].map((match) => match[1] as string),
  );
  return {
    imports: [...new Set(found)],
    usesProcess: /(?<![.\w$])process\b(?!\s*[:(])/.test(codeAlone),
    patterns,
  };
}

/** Where a `/` starts a regular expression and is no division. */
const beforeRegExp = /(?:^|[(,=:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|await|yield))\s*$/;

const isModuleName = /^['"][\w.:@#/-]+['"]$/;

const tokens =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*|[`}]|[{'"]|[^/'"`{}]+|\//y;

/** The source without comments, and the source without what is in strings, templates and regular expressions too. */
function split(source: string): {
  withoutComments: string;
  codeAlone: string;
  patterns: readonly string[];
} {
  const patterns: string[] = [];
  let withoutComments = '';
  let codeAlone = '';
  const braces: ('block' | 'template')[] = [];
  let at = 0;
  const template = (): void => {
    while (at < source.length && source[at] !== '`') {
      if (source.startsWith('${', at)) {
        braces.push('template');
        at += 2;
        return;
      }
      at += source[at] === '\\' ? 2 : 1;
    }
    if (at >= source.length) throw new Error('a template without an end');
    at += 1;
  };
  while (at < source.length) {
    tokens.lastIndex = at;
    const token = tokens.exec(source)?.[0] ?? '';
    if (token === '' || token === "'" || token === '"')
      throw new Error(`not understood: ${source.slice(at, at + 40)}`);
    const isPattern = /^\/[^/*]/.test(token);
    if (isPattern && !beforeRegExp.test(codeAlone)) {
      withoutComments += '/';
      codeAlone += '/';
      at += 1;
      continue;
    }
    at += token.length;
    if (token.startsWith('//') || token.startsWith('/*')) continue;
    if (token === '`' || (token === '}' && braces.at(-1) === 'template')) {
      if (token === '}') braces.pop();
      withoutComments += ' ';
      codeAlone += ' ';
      template();
      continue;
    }
    if (token === '{') braces.push('block');
    if (token === '}') braces.pop();
    if (isPattern) patterns.push(token);
    const isString = /^['"]/.test(token);
    withoutComments += isPattern ? '//' : isString && !isModuleName.test(token) ? "''" : token;
    codeAlone += isString ? "''" : isPattern ? '//' : token;
  }
  if (braces.length > 0) throw new Error('braces that are not closed');
  return { withoutComments, codeAlone, patterns };
}
