import { loadYaml } from './load-yaml.ts';

/**
 * The offset at which a YAML text is nested more than `most` deep, or null; found before anything parses it, since parsers are
 * recursive and a stack that overflows can end the program. Block collections count by their indentation and by `- `, `? ` and `: `
 * in a row, flow collections by their brackets; what stands in block scalars, quotes and comments does not count.
 */
export function offsetTooDeep(source: string, most: number): number | null {
  return mayBeDeep(source, most) ? offsetOfToken(source, most) : null;
}

/** Whether it is worth asking the lexer: one scan that takes text for structure, and no bracket for closed. */
function mayBeDeep(source: string, most: number): boolean {
  const columns: number[] = [];
  let brackets = 0;
  for (let at = 0; at < source.length; ) {
    const end = endOfLine(source, at);
    const indent = skipBlanks(source, at, end);
    if (indent < end) {
      popFrom(columns, indent - at);
      pushCollections(source, at, indent, end, columns);
      const marks = countMarks(source, indent, end);
      brackets += marks.brackets;
      if (columns.length + brackets + marks.colons > most) return true;
    }
    at = end + 1;
  }
  return false;
}

function popFrom(columns: number[], column: number): void {
  while (columns.length > 0 && (columns.at(-1) as number) >= column) columns.pop();
}

/** What `Lexer` gives beside the text: what follows is a scalar; the open brackets end here; a document starts. */
const marks = { scalar: '\u001f', flowEnd: '\u0018', document: '\u0002' } as const;

/** The offset of the first token that is nested too deep. The lexer is no recursion, and no further asked than that. */
function offsetOfToken(source: string, most: number): number | null {
  const columns: number[] = [];
  let brackets = 0;
  let colons = 0;
  let at = 0;
  let lineStart = 0;
  /** Whether nothing but indicators stood in the line so far; `isFirst`: not even one. */
  let isFresh = true;
  let isFirst = true;
  let isScalar = false;
  const open = (): void => {
    if (isFirst) popFrom(columns, at - lineStart);
    columns.push(at - lineStart);
    isFirst = false;
  };
  const { Lexer } = loadYaml();
  for (const token of new Lexer().lex(source)) {
    if (token === marks.document) columns.length = 0;
    else if (token === marks.flowEnd) brackets = 0;
    else if (token === marks.scalar) {
      if (brackets === 0 && isFresh) open();
      isFresh = false;
      isScalar = true;
    } else {
      const text = isScalar ? '' : token;
      isScalar = false;
      if (text === '[' || text === '{') {
        if (brackets++ === 0 && isFresh) open();
        isFresh = false;
      } else if (text === ']' || text === '}') brackets = Math.max(0, brackets - 1);
      else if (brackets === 0 && (text === '-' || text === '?')) open();
      else if (brackets === 0 && text === ':' && (isFresh || colons++ > 0)) open();
      if (columns.length + brackets > most) return at;
      at += token.length;
      if (token.includes('\n')) {
        lineStart = source.lastIndexOf('\n', at - 1) + 1;
        isFresh = true;
        isFirst = true;
        colons = 0;
      }
    }
  }
  return null;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function skipBlanks(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankUnit(source.charCodeAt(at))) at++;
  return at;
}

function isBlankUnit(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** The columns at which collections start on a line: at each indicator, and at what follows the last. */
function pushCollections(
  source: string,
  start: number,
  from: number,
  end: number,
  columns: number[],
): void {
  let at = from;
  columns.push(at - start);
  while (at < end && '-?:'.includes(source.charAt(at)) && isIndicator(source, at, end)) {
    at = skipBlanks(source, at + 1, end);
    if (at < end) columns.push(at - start);
  }
}

function isIndicator(source: string, at: number, end: number): boolean {
  return at + 1 >= end || isBlankUnit(source.charCodeAt(at + 1));
}

/** Opening brackets and colons in a stretch. */
function countMarks(
  source: string,
  from: number,
  end: number,
): { brackets: number; colons: number } {
  let brackets = 0;
  let colons = 0;
  for (let at = from; at < end; at++) {
    const unit = source.charCodeAt(at);
    if (unit === 91 || unit === 123) brackets++;
    else if (unit === 58) colons++;
  }
  return { brackets, colons };
}
