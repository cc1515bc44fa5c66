import { describe } from 'vitest';
import { inMarkdown } from './constructs.ts';
import { growsInLine } from './grows-in-line.ts';

describe('the time for a text twice as long is about twice the time', () =>
  growsInLine(inMarkdown));
