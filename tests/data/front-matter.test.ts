import { describe, expect, test } from 'vitest';
import { toJson } from '../../src/data/data-node.ts';
import { splitFrontMatter } from '../../src/data/front-matter.ts';
import { createLocator } from '../../src/model/position.ts';

function split(source: string) {
  const { node, bodyStart } = splitFrontMatter(source, createLocator(source), (key) =>
    /^(?:title|rating|tags)$/i.test(key),
  );
  return { keys: node === null ? null : toJson(node), body: source.slice(bodyStart) };
}

describe('splitFrontMatter', () => {
  test.each([
    ['---\ntitle: a\n---\nbody', { title: 'a' }, 'body'],
    ['---\r\ntitle: a\r\n---\r\nbody', { title: 'a' }, 'body'],
    ['---\rtitle: a\r---\rbody', { title: 'a' }, 'body'],
    ['---  \ntitle: a\n...\nbody', { title: 'a' }, 'body'],
    ['---\n{}\n---\nbody', {}, 'body'],
    ['---\n---\nbody', null, 'body'],
    ['---\ntext\n---\nbody', null, '---\ntext\n---\nbody'],
    ['---\n- a\n---\nbody', null, '---\n- a\n---\nbody'],
    ['---\n\ntext: x', null, '---\n\ntext: x'],
    ['---js\ntitle: a\n---\n', null, '---js\ntitle: a\n---\n'],
    [' ---\ntitle: a\n---\n', null, ' ---\ntitle: a\n---\n'],
    ['Title: a\nRating: 4\n\nbody', { Title: 'a', Rating: 4 }, 'body'],
    ['Title: a\n  b\nTags: x\ntags: y\n\nbody', { Title: 'a b', Tags: ['x', 'y'] }, 'body'],
    ['Note: a\n\nbody', null, 'Note: a\n\nbody'],
    ['Title: a\ntext\n\nbody', null, 'Title: a\ntext\n\nbody'],
    ['Title: a\n=====\n\nbody', null, 'Title: a\n=====\n\nbody'],
    ['', null, ''],
  ])('%j', (source, keys, body) => {
    expect(split(source)).toEqual({ keys, body });
  });
});
