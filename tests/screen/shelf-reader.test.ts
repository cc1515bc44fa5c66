import { expect, test } from 'vitest';
import { createLibrary } from '../../src/library/library.ts';
import { locateLibrary } from '../../src/library/locate.ts';
import { entryOf } from '../../src/library/query.ts';
import { createShelfReader } from '../../src/screen/outside/shelf-reader.ts';
import { folderOf } from '../library/folder.ts';

const files = {
  'heat.md': '---\ntitle: Heat\nkind: film\nrating: 9/10\n---\nLoud.\n',
  'books.yaml':
    '- title: Salt\n  kind: book\n  rating: 4/5\n- title: Tin\n  kind: book\n  rating: 2/5\n',
};
const libraryOf = () =>
  createLibrary(locateLibrary({ option: folderOf(files), env: {}, cwd: '/', samples: '/' }));

function readThrough(reader: ReturnType<typeof createShelfReader>) {
  while (reader.slice(10, []));
  return reader.rows();
}

test('what is known is taken without opening a file, and is what reading says', () => {
  const library = libraryOf();
  const read = readThrough(createShelfReader(library, false));
  expect(read).toHaveLength(3);
  const known = library.walk().files.flatMap((file) =>
    library.loadAll(file, { sections: false }).map((loaded) => ({
      file,
      entry: { ...entryOf(loaded, false), id: loaded.libraryId ?? file.id },
    })),
  );
  const unopened = {
    ...library,
    loadAll: () => {
      throw new Error('opened');
    },
  };
  const reader = createShelfReader(unopened, false);
  reader.take(known);
  expect([reader.read(), reader.slice(10, [])]).toEqual([reader.files, false]);
  expect(reader.rows()).toEqual(read);
});

test('what is not known is read; what was read meanwhile, or was changed since, is not taken from memory', () => {
  const library = libraryOf();
  const [file] = library.walk().files.filter(({ path }) => path.endsWith('heat.md'));
  if (file === undefined) throw new Error('no heat');
  const [loaded] = library.loadAll(file, { sections: false });
  if (loaded === undefined) throw new Error('no review');
  const old = { file, entry: { ...entryOf(loaded, false), id: file.id, title: 'Old' } };
  const titles = (reader: ReturnType<typeof createShelfReader>) =>
    readThrough(reader).map(({ entry }) => entry?.title);
  const one = createShelfReader(library, false);
  one.take([old]);
  expect(titles(one)).toEqual(['Salt', 'Tin', 'Old']);
  one.forget(file.path);
  expect(titles(one)).toEqual(['Salt', 'Tin', 'Heat']);
  const other = createShelfReader(library, false);
  other.slice(1000, [file]);
  other.take([old]);
  expect(titles(other)).toEqual(['Salt', 'Tin', 'Heat']);
});
