import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ServiceName, serviceNames } from '../../src/exchange/service-names.ts';
import { services } from '../../src/exchange/services/services.ts';
import { root } from '../cli/run.ts';
import { folderOf } from '../library/folder.ts';
import { filesIn, fixture, joined, on, timesIn } from './imported.ts';

/** What the report says, and what is said of rows that are broken. */
const reports: Readonly<Record<Exclude<ServiceName, 'web'>, readonly [string, readonly string[]]>> =
  {
    letterboxd: [
      'Letterboxd: 48 read (63 rows): 39 new, 4 broken, 5 passed over',
      [
        'ratings.csv:38: Name: the film has no name',
        'ratings.csv:39: the row has 6 cells, the header 5: perhaps a comma is not in quotes',
        "ratings.csv:36: Date: '2021-13-40' is no date",
        'ratings.csv:37: Rating: 11 lies outside a scale that ends at 5',
      ],
    ],
    goodreads: [
      'Goodreads: 43 read (45 rows): 36 new, 3 broken, 4 passed over',
      [
        'goodreads_library_export.csv:49: Title: the book has no title',
        "goodreads_library_export.csv:50: My Rating: 'eleven' is no rating",
        "goodreads_library_export.csv:51: Date Read: '2021/02/30' is no date",
      ],
    ],
    storygraph: [
      'StoryGraph: 41 read (42 rows): 34 new, 3 broken, 4 passed over',
      [
        'goodreads_library_export.csv:35: Title: the book has no title',
        'goodreads_library_export.csv:36: Star Rating: 6.0 lies outside a scale that ends at 5',
        "goodreads_library_export.csv:37: Dates Read: 'soon' is no date",
      ],
    ],
    imdb: [
      'IMDb: 43 read (43 rows): 39 new, 3 broken, 1 passed over',
      [
        'ratings.csv:34: Title: the title is missing',
        'ratings.csv:32: Your Rating: 11 lies outside a scale that ends at 10',
        "ratings.csv:33: Date Rated: '2021-02-30' is no date",
      ],
    ],
    trakt: [
      'Trakt: 37 read (42 rows): 32 new, 3 broken, 2 passed over',
      [
        'ratings-movies.json:24: it names no movie, show, season or episode',
        'ratings-movies.json:22: rating: 12 lies outside a scale that ends at 10',
        "ratings-movies.json:23: rated_at: 'someday' is no date",
      ],
    ],
    'google-maps': [
      'Google Maps: 40 read (41 rows): 36 new, 3 broken, 1 passed over',
      [
        'Reviews.json:4: location: the place has neither name nor address',
        "Reviews.json:13: five_star_rating_published: '9' is no rating of 1 to 5",
        "Reviews.json:14: date: 'yesterday' is no date",
      ],
    ],
  };

test('each name has its service', () => {
  expect(services.map(({ name }) => name)).toEqual([...serviceNames]);
});

const tested = serviceNames.filter((name) => name !== 'web');

describe.each(tested)('%s', (name) => {
  const [report, problems] = reports[name];

  test('an export as files, file by file; twice changes no byte and no time', async () => {
    const cwd = folderOf({ 'reviews/.keep': '' });
    const ran = await on('2026-11-27', ['import', fixture(name)], cwd);
    expect(ran).toEqual({
      status: 2,
      stdout: `${report}\n`,
      stderr: problems.map((problem) => `review: ${problem}\n`).join(''),
    });
    const [files, times] = [filesIn(join(cwd, 'reviews')), timesIn(cwd)];
    const golden = join(root, 'tests/golden/exchange', `${name}.txt`);
    await expect(joined(files)).toMatchFileSnapshot(golden);
    const again = await on('2027-01-01', ['import', fixture(name)], cwd);
    expect(again.stdout).toBe(`${report.replace(/(\d+) new/, '0 new, $1 same')}\n`);
    expect(filesIn(join(cwd, 'reviews'))).toEqual(files);
    expect(timesIn(cwd)).toEqual(times);
  });
});
