interface Description {
  readonly message: string;
  readonly hint?: string;
}

/** yaml's error codes in plain words. Its own messages quote the source, control characters and all. */
const descriptions: Readonly<Record<string, Description>> = {
  ALIAS_PROPS: { message: 'An alias cannot have a tag or an anchor.' },
  BAD_ALIAS: {
    message: 'An alias (`*name`) that names nothing.',
    hint: 'Put the value in quotes.',
  },
  BAD_COLLECTION_TYPE: {
    message: 'A tag that does not fit its value.',
    hint: 'Remove the `!` tag.',
  },
  BAD_DIRECTIVE: { message: 'A `%` line that YAML does not know.', hint: 'Remove the line.' },
  BAD_DQ_ESCAPE: {
    message: 'A backslash sequence that YAML does not know.',
    hint: 'Use single quotes, or write `\\\\` for a backslash.',
  },
  BAD_INDENT: {
    message: 'The line is not indented as its neighbours are, or a bracket is not closed.',
    hint: 'Indent it as far as the lines it belongs to.',
  },
  BAD_PROP_ORDER: { message: 'A tag or an anchor in a place where none can stand.' },
  BAD_SCALAR_START: {
    message: 'The value starts with a character that YAML keeps for itself.',
    hint: 'Put the value in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'The value holds `: `, which YAML takes for another key.',
    hint: 'Put the value in quotes.',
  },
  BLOCK_IN_FLOW: { message: 'Lines of `key: value` or `- item` inside brackets.' },
  KEY_OVER_1024_CHARS: { message: 'The key is longer than 1024 characters.' },
  MISSING_CHAR: {
    message:
      'Something is missing here: a closing quote or bracket, a `:` after a key, or a space after the `:`.',
    hint: 'Close the quote or bracket, or write the line as `key: value`.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'The line is no `key: value`, nor does it belong to the line before.',
    hint: 'Write it as `key: value`, or indent it under the key it belongs to.',
  },
  MULTIPLE_ANCHORS: { message: 'A value with two anchors.' },
  MULTIPLE_TAGS: { message: 'A value with two tags.' },
  NON_STRING_KEY: { message: 'A list or a mapping as a key.', hint: 'Put the key in quotes.' },
  RESOURCE_EXHAUSTION: { message: 'The YAML is nested too deep.' },
  TAB_AS_INDENT: { message: 'The line is indented by a tab.', hint: 'Indent it with spaces.' },
  TAG_RESOLVE_FAILED: { message: 'A tag (`!…`) that is not read here.', hint: 'Remove the tag.' },
  UNEXPECTED_TOKEN: {
    message: 'Something stands here that YAML does not expect.',
    hint: 'Put the whole value in quotes.',
  },
};

/** What to say of a yaml error: never its own words. */
export function describeYamlError(code: string): Description {
  return descriptions[code] ?? { message: 'The YAML cannot be read here.' };
}
