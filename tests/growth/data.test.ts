import { describe } from 'vitest';
import { inData } from './constructs.ts';
import { growsInLine } from './grows-in-line.ts';

describe('the time for twice as many keys is about twice the time', () => growsInLine(inData));
