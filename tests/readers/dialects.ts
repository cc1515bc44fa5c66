import type { Rating, Review } from '../../src/model/review.ts';
import type { ReadSettings } from '../../src/readers/reader.ts';

/** A way in which people write front matter: a file of that kind, and all that must be read from it. */
export interface Dialect {
  readonly name: string;
  readonly source: string;
  readonly path?: string;
  readonly settings?: ReadSettings;
  /** Fields that are not named are empty. */
  readonly expected: Partial<Omit<Review, 'item'>> & { readonly item: Partial<Review['item']> };
  /** `title: role` of the sections at the top. Default: none. */
  readonly sections?: readonly string[];
  /** Codes of the diagnostics, in order. Default: none. */
  readonly codes?: readonly string[];
}

/** A rating as the model has it. */
function rated(value: number, best: number, source: string, worst = 0): Rating {
  return { value, best, worst, normalized: value / best, source };
}

export const dialects: readonly Dialect[] = [
  {
    name: 'Hugo, a film',
    source: `---
title: "Heat: a second look"
date: 2024-11-03T09:30:00+01:00
lastmod: 2024-11-05
draft: false
slug: heat-again
description: "Two men, one table, a great deal of coffee."
tags: ["crime", "los-angeles"]
categories: ["reviews"]
film: Heat
year: 1995
director: Michael Mann
stars: 4.5
scale: 5
featured_image: images/heat.jpg
author: Ada Quill
---
It holds up.

## The good

The diner.

## The bad

The runtime.
`,
    expected: {
      title: 'Heat: a second look',
      item: {
        name: 'Heat',
        kind: 'film',
        year: 1995,
        creators: [{ role: 'director', name: 'Michael Mann' }],
        image: 'images/heat.jpg',
      },
      author: [{ name: 'Ada Quill' }],
      rating: rated(4.5, 5, '4.5'),
      summary: 'Two men, one table, a great deal of coffee.',
      published: '2024-11-03',
      updated: '2024-11-05',
      tags: ['crime', 'los-angeles'],
      draft: false,
      extra: { slug: 'heat-again', categories: ['reviews'] },
    },
    sections: ['Introduction: null', 'The good: strengths', 'The bad: weaknesses'],
  },
  {
    name: 'Jekyll, a product',
    source: `---
layout: review
title:  "A kettle that listens"
date:   2023-02-14 18:02:11 +0000
categories: kitchen reviews
product_name: Whisper 300
brand: Plover
review_rating: 3 out of 5
price: "$49.99"
pros:
  - quiet
  - "fast: two minutes"
cons: [the lid, the cord]
excerpt_separator: <!--more-->
---
It boils water.
`,
    expected: {
      title: 'A kettle that listens',
      item: {
        name: 'Whisper 300',
        kind: 'product',
        creators: [{ role: 'brand', name: 'Plover' }],
        details: { price: '$49.99' },
      },
      rating: rated(3, 5, '3 out of 5'),
      pros: ['quiet', 'fast: two minutes'],
      cons: ['the lid', 'the cord'],
      published: '2023-02-14',
      extra: {
        layout: 'review',
        categories: 'kitchen reviews',
        excerpt_separator: '<!--more-->',
      },
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'Eleventy, a book, with a nested review',
    source: `---
layout: layouts/book.njk
permalink: /reading/{{ title | slug }}/
title: The Dispossessed
tags: [books, sf]
review:
  rating: ★★★★½
  date: 2022-08-01
  summary: >
    A moon, a wall,
    a physicist.
book:
  title: The Dispossessed
  author: Ursula K. Le Guin
  pages: 387
  isbn: 0060512750
  published: 1974
---
Body.
`,
    expected: {
      title: 'The Dispossessed',
      item: {
        name: 'The Dispossessed',
        kind: 'book',
        creators: [{ role: 'author', name: 'Ursula K. Le Guin' }],
        year: 1974,
        ids: { isbn: '0060512750' },
        details: { pages: 387 },
      },
      rating: rated(4.5, 5, '★★★★½'),
      summary: 'A moon, a wall, a physicist.',
      published: '2022-08-01',
      tags: ['books', 'sf'],
      extra: { layout: 'layouts/book.njk', permalink: '/reading/{{ title | slug }}/' },
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'Astro collection, a game, camelCase',
    source: `---
gameTitle: Lantern Deep
reviewTitle: Down again
pubDate: 2025-03-09
updatedDate: 2025-03-10
heroImage: ./cover.png
gamePlatforms: [PC, Switch]
developer: Small Hours
publisher: Night Desk
releaseDate: 2025-02-28
score: 8.5
maxScore: 10
verdict: Bring a torch.
scores:
  gameplay: 9/10
  story: 7/10
genre: metroidvania
isDraft: true
---
Text.
`,
    expected: {
      title: 'Down again',
      item: {
        name: 'Lantern Deep',
        kind: 'game',
        creators: [
          { role: 'developer', name: 'Small Hours' },
          { role: 'publisher', name: 'Night Desk' },
        ],
        year: 2025,
        released: '2025-02-28',
        image: './cover.png',
        details: { platform: ['PC', 'Switch'] },
      },
      rating: rated(8.5, 10, '8.5'),
      scores: [
        { aspect: 'gameplay', ...rated(9, 10, '9/10') },
        { aspect: 'story', ...rated(7, 10, '7/10') },
      ],
      published: '2025-03-09',
      updated: '2025-03-10',
      tags: ['metroidvania'],
      draft: true,
      extra: { verdict: 'Bring a torch.' },
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'Obsidian Media DB, a film',
    source: `---
type: movie
subType: movie
title: "Ballerina"
englishTitle: Ballerina
year: "2025"
dataSource: OMDbAPI
url: https://www.imdb.com/title/tt7181546/
id: tt7181546
plot: A dancer with other skills.
genres:
  - Action
  - Thriller
director:
  - Len Wiseman
writer:
  - Shay Hatten
  - Derek Kolstad
studio:
  - N/A
duration: 125 min
onlineRating: 7.1
actors:
  - Ana de Armas
  - Keanu Reeves
image: https://example.com/poster.jpg
released: true
streamingServices: []
premiere: 06 Jun 2025
watched: true
lastWatched: "[[2025-06-08]]"
personalRating: 7
tags: mediaDB/tv/movie
---
`,
    expected: {
      title: 'Ballerina',
      item: {
        name: 'Ballerina',
        kind: 'film',
        creators: [
          { role: 'director', name: 'Len Wiseman' },
          { role: 'writer', name: 'Shay Hatten' },
          { role: 'writer', name: 'Derek Kolstad' },
          { role: 'actor', name: 'Ana de Armas' },
          { role: 'actor', name: 'Keanu Reeves' },
        ],
        year: 2025,
        released: '2025-06-06',
        image: 'https://example.com/poster.jpg',
        details: { runtime: '125 min' },
      },
      rating: rated(7, 10, '7'),
      summary: 'A dancer with other skills.',
      experienced: [{ date: '2025-06-08' }],
      tags: ['Action', 'Thriller', 'mediaDB/tv/movie'],
      url: 'https://www.imdb.com/title/tt7181546/',
      extra: {
        subType: 'movie',
        englishTitle: 'Ballerina',
        dataSource: 'OMDbAPI',
        id: 'tt7181546',
        studio: ['N/A'],
        onlineRating: 7.1,
        released: true,
        streamingServices: [],
        watched: true,
      },
    },
    codes: ['rating-scale-assumed'],
  },
  {
    name: 'Obsidian Book Search',
    source: `---
tag: 📚Book
title: "Mort"
subtitle: "A Discworld Novel"
author: [Terry Pratchett]
category: [Fiction]
publisher: Gollancz
publish: 1987-11-12
total: 272
isbn: 0575041714 9780575041714
cover: http://books.example/mort.jpg
localCover:
status: read
created: 2024-01-05 10:22:33
updated: 2024-01-06 11:00:00
my-rating: ★★★★★
---
`,
    expected: {
      title: 'Mort',
      item: {
        name: 'Mort',
        kind: 'book',
        creators: [
          { role: 'author', name: 'Terry Pratchett' },
          { role: 'publisher', name: 'Gollancz' },
        ],
        year: 1987,
        released: '1987-11-12',
        ids: { isbn10: '0575041714', isbn13: '9780575041714' },
        image: 'http://books.example/mort.jpg',
        details: { pages: 272 },
      },
      rating: rated(5, 5, '★★★★★'),
      published: '2024-01-05',
      updated: '2024-01-06',
      tags: ['📚Book'],
      extra: {
        subtitle: 'A Discworld Novel',
        category: ['Fiction'],
        localCover: null,
        status: 'read',
      },
    },
  },
  {
    name: 'schema.org, nested, as YAML',
    path: 'review.yaml',
    source: `"@context": https://schema.org
"@type": Review
name: Warm plates, cold room
itemReviewed:
  "@type": Restaurant
  name: The Copper Pan
  servesCuisine: Basque
  priceRange: €€
  address:
    "@type": PostalAddress
    streetAddress: 4 Quay Street
    addressLocality: Hull
  sameAs: https://www.thecopperpan.example/
author:
  "@type": Person
  name: Ines Marlow
  url: https://ines.example
reviewRating:
  "@type": Rating
  ratingValue: 4.5
  bestRating: 5
  worstRating: 1
datePublished: 2024-10-01
inLanguage: en-GB
positiveNotes:
  "@type": ItemList
  itemListElement:
    - { "@type": ListItem, position: 1, name: the plates }
negativeNotes:
  "@type": ItemList
  itemListElement:
    - { "@type": ListItem, position: 1, name: the room }
reviewBody: |
  The plates were warm.

  ## Service

  Brisk.
`,
    expected: {
      title: 'Warm plates, cold room',
      item: {
        name: 'The Copper Pan',
        kind: 'restaurant',
        ids: { thecopperpan: 'https://www.thecopperpan.example/' },
        details: {
          cuisine: 'Basque',
          price: '€€',
          address: {
            '@type': 'PostalAddress',
            streetAddress: '4 Quay Street',
            addressLocality: 'Hull',
          },
        },
      },
      author: [{ name: 'Ines Marlow', url: 'https://ines.example' }],
      rating: rated(4.5, 5, '4.5/5', 1),
      pros: ['the plates'],
      cons: ['the room'],
      published: '2024-10-01',
      lang: 'en-GB',
    },
    sections: ['Introduction: null', 'Service: service'],
  },
  {
    name: 'MultiMarkdown',
    source: `Title: [Blue Train](https://music.example/blue-train)
Author: Ada Quill
Author: Ben Okoro
Date: 3 March 2021
Album: Blue Train
Artist: John Coltrane
Rating: 9/10
Tags: jazz, hard bop
Summary: A record
  that walks.

It walks.
`,
    expected: {
      title: 'Blue Train',
      item: {
        name: 'Blue Train',
        kind: 'album',
        creators: [{ role: 'artist', name: 'John Coltrane' }],
      },
      author: [{ name: 'Ada Quill' }, { name: 'Ben Okoro' }],
      rating: rated(9, 10, '9/10'),
      published: '2021-03-03',
      tags: ['jazz', 'hard bop'],
      summary: 'A record that walks.',
      url: 'https://music.example/blue-train',
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'Letterboxd-like diary',
    source: `---
Name: 1917
Year: 2019
Letterboxd URI: https://boxd.example/kOHe
Rating: 4.5
Rewatch: "Yes"
Tags: imax, with dad
Watched Date: 2020-01-12
---
Mud.
`,
    settings: { kind: 'film' },
    expected: {
      item: {
        name: '1917',
        kind: 'film',
        year: 2019,
        ids: { letterboxd: 'https://boxd.example/kOHe' },
      },
      rating: rated(4.5, 5, '4.5'),
      experienced: [{ date: '2020-01-12', repeat: true }],
      tags: ['imax', 'with dad'],
    },
    sections: ['Introduction: null'],
    codes: ['rating-scale-assumed'],
  },
  {
    name: 'Goodreads-like export',
    source: `---
Book Id: 13642
Title: A Wizard of Earthsea
Author: Ursula K. Le Guin
Additional Authors: Ruth Robbins
ISBN: "0547773749"
ISBN13: "9780547773742"
My Rating: 5
Average Rating: 4.01
Publisher: Houghton Mifflin
Number of Pages: 183
Year Published: 2012
Original Publication Year: 1968
Date Read: 2019/07/20
Date Added: 2019/07/01
Bookshelves: fantasy, re-read
My Review: Names matter.
Read Count: 2
---
`,
    expected: {
      title: 'A Wizard of Earthsea',
      item: {
        name: 'A Wizard of Earthsea',
        kind: 'book',
        creators: [
          { role: 'author', name: 'Ursula K. Le Guin' },
          { role: 'author', name: 'Ruth Robbins' },
          { role: 'publisher', name: 'Houghton Mifflin' },
        ],
        year: 1968,
        ids: { isbn: '0547773749', isbn13: '9780547773742' },
        details: { pages: 183 },
      },
      rating: rated(5, 5, '5'),
      experienced: [{ date: '2019-07-20' }],
      tags: ['fantasy', 're-read'],
      extra: {
        'Book Id': 13642,
        'Average Rating': 4.01,
        'Year Published': 2012,
        'Date Added': '2019/07/01',
        'Read Count': 2,
      },
    },
    sections: ['Introduction: null'],
    codes: ['rating-scale-assumed'],
  },
  {
    name: 'a restaurant blog',
    source: `---
layout: post
title: "Smoke and mirrors at Ember & Ash"
restaurantName: "Ember & Ash"
location: Leith, Edinburgh
address: 12 Shore
cuisine: [Scottish, grill]
priceRange: £££
chef: Mairi Voss
visitDate: 2025-02-01
with: [Tom, Isla]
revisit: true
ratings:
  food: 4.5
  service: 3
  ambience: 4
  overall: 4
  best: 5
reviewer: Jo Finch
date: Feb 4, 2025
---

**Verdict:** go for the smoke.
`,
    expected: {
      title: 'Smoke and mirrors at Ember & Ash',
      item: {
        name: 'Ember & Ash',
        kind: 'restaurant',
        creators: [{ role: 'chef', name: 'Mairi Voss' }],
        details: {
          location: 'Leith, Edinburgh',
          address: '12 Shore',
          cuisine: ['Scottish', 'grill'],
          price: '£££',
        },
      },
      author: [{ name: 'Jo Finch' }],
      rating: rated(4, 5, '4'),
      scores: [
        { aspect: 'food', ...rated(4.5, 5, '4.5') },
        { aspect: 'service', ...rated(3, 5, '3') },
        { aspect: 'ambience', ...rated(4, 5, '4') },
      ],
      published: '2025-02-04',
      experienced: [{ date: '2025-02-01', repeat: true, with: ['Tom', 'Isla'] }],
      extra: { layout: 'post' },
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'a film log with letter grades',
    source: `---
Film: "Paris, Texas"
Directed by: Wim Wenders
Seen: 12 May 2022
Where seen: Glasgow Film Theatre
Grade: A-
---
Red cap, blue sky.
`,
    settings: { grades: { A: 1, 'A-': 0.92, 'B+': 0.87 } },
    expected: {
      item: {
        name: 'Paris, Texas',
        kind: 'film',
        creators: [{ role: 'director', name: 'Wim Wenders' }],
      },
      rating: rated(92, 100, 'A-'),
      experienced: [{ date: '2022-05-12' }],
      extra: { 'Where seen': 'Glasgow Film Theatre' },
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'a newspaper critic, four stars at most',
    source: `---
headline: Rain, and then more rain
movie: The Long Wet
movie-year: 1988
star-rating: ***1/2
out-of: 4
byline: R. Ellery
published-on: September 9, 1988
starring: Ann Roe, Robert Downey, Jr.
running-time: 2h 11m
mpaa: R
---
`,
    expected: {
      title: 'Rain, and then more rain',
      item: {
        name: 'The Long Wet',
        kind: 'film',
        year: 1988,
        creators: [
          { role: 'actor', name: 'Ann Roe' },
          { role: 'actor', name: 'Robert Downey, Jr.' },
        ],
        details: { runtime: '2h 11m', certificate: 'R' },
      },
      author: [{ name: 'R. Ellery' }],
      rating: rated(3.5, 4, '***1/2'),
      published: '1988-09-09',
    },
  },
  {
    name: 'a wine-like list of figures from 1 to 7',
    source: `---
kind: product
title: Inkwell No. 3
rating: 6
scale: 1-7
criteria:
  - { aspect: flow, score: 7 }
  - { aspect: colour, score: 5 }
---
`,
    expected: {
      title: 'Inkwell No. 3',
      item: { name: 'Inkwell No. 3', kind: 'product' },
      rating: rated(6, 7, '6', 1),
      scores: [
        { aspect: 'flow', ...rated(7, 7, '7', 1) },
        { aspect: 'colour', ...rated(5, 7, '5', 1) },
      ],
    },
  },
  {
    name: 'a music site, 0 to 10 by its configuration',
    source: `---
artist: Low
album: Double Negative
label: Sub Pop
release date: 2018-09-14
score: 8.7
genre: slowcore, ambient
author: { name: Kit Rowan, url: "https://kit.example" }
---
`,
    settings: { scale: 10 },
    expected: {
      item: {
        name: 'Double Negative',
        kind: 'album',
        creators: [{ role: 'artist', name: 'Low' }],
        year: 2018,
        released: '2018-09-14',
        details: { label: 'Sub Pop' },
      },
      author: [{ name: 'Kit Rowan', url: 'https://kit.example' }],
      rating: rated(8.7, 10, '8.7'),
      tags: ['slowcore', 'ambient'],
    },
  },
  {
    name: 'a games site in percent',
    source: `---
game_title: Ridge Runner
platforms: PS5
verdict_score: 85%
score_breakdown:
  Graphics: 90%
  Controls: 80%
plusses: [speed]
minuses: [servers]
tldr: Fast, then faster.
would_recommend: yes
---
`,
    expected: {
      item: { name: 'Ridge Runner', kind: 'game', details: { platform: 'PS5' } },
      rating: rated(85, 100, '85%'),
      scores: [
        { aspect: 'Graphics', ...rated(90, 100, '90%') },
        { aspect: 'Controls', ...rated(80, 100, '80%') },
      ],
      pros: ['speed'],
      cons: ['servers'],
      summary: 'Fast, then faster.',
      recommended: true,
    },
  },
  {
    name: 'keys with a leading colon, spaces and capitals',
    source: `---
":Film Title": Stalker
":DIRECTED BY": Andrei Tarkovsky
:rating: 9 out of 10
"Review Title": Zone out
Watched-Date: 2019-11-30
Re-watch: no
---
`,
    expected: {
      title: 'Zone out',
      item: {
        name: 'Stalker',
        kind: 'film',
        creators: [{ role: 'director', name: 'Andrei Tarkovsky' }],
      },
      rating: rated(9, 10, '9 out of 10'),
      experienced: [{ date: '2019-11-30', repeat: false }],
    },
  },
  {
    name: 'schema.org as JSON-LD',
    path: 'review.json',
    source: JSON.stringify({
      '@context': 'https://schema.org/',
      '@type': 'Review',
      headline: 'A quiet engine',
      itemReviewed: {
        '@type': 'SoftwareApplication',
        name: 'Plainly',
        softwareVersion: '1.10',
        applicationCategory: 'Editor',
        author: { '@type': 'Organization', name: 'Plain Co' },
      },
      reviewRating: { '@type': 'Rating', ratingValue: '4', bestRating: '5' },
      author: [{ '@type': 'Person', name: 'Sam Hale' }],
      datePublished: '2025-05-05T08:00:00Z',
      keywords: 'editor, text',
      reviewBody: 'It opens at once.',
    }),
    expected: {
      title: 'A quiet engine',
      item: {
        name: 'Plainly',
        kind: 'software',
        creators: [{ role: 'author', name: 'Plain Co' }],
        details: { version: '1.10', applicationCategory: 'Editor' },
      },
      author: [{ name: 'Sam Hale' }],
      rating: rated(4, 5, '4/5'),
      published: '2025-05-05',
      tags: ['editor', 'text'],
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'a board game night',
    source: `---
boardgame: Hearth & Hollow
designer: [Ola Brandt, Kim Sze]
players: 2-5
playtime: 90
rating: 8.2/10
recommended: true
lastPlayed: 2025-01-18
category: euro
---
`,
    expected: {
      item: {
        name: 'Hearth & Hollow',
        kind: 'boardgame',
        creators: [
          { role: 'designer', name: 'Ola Brandt' },
          { role: 'designer', name: 'Kim Sze' },
        ],
        details: { players: '2-5', playtime: 90 },
      },
      rating: rated(8.2, 10, '8.2/10'),
      recommended: true,
      experienced: [{ date: '2025-01-18' }],
      extra: { category: 'euro' },
    },
  },
  {
    name: 'thumbs for a television series',
    source: `---
media: TV
title: The Lighthouse Keepers
seasons: 3
network: BBC
showrunner: Ness Adeyemi
thumbs: up
---
`,
    expected: {
      title: 'The Lighthouse Keepers',
      item: {
        name: 'The Lighthouse Keepers',
        kind: 'series',
        creators: [{ role: 'showrunner', name: 'Ness Adeyemi' }],
        details: { seasons: 3, network: 'BBC' },
      },
      recommended: true,
    },
  },
  {
    name: 'a folder of books, with keys of its own',
    source: `---
titel: Momo
verfasser: Michael Ende
wertung: 4,5/5
gelesen: 02.03.2024
---
`,
    settings: {
      kind: 'book',
      spellings: {
        title: ['titel'],
        author: ['verfasser'],
        rating: ['wertung'],
        experienced: ['gelesen'],
      },
    },
    expected: {
      title: 'Momo',
      item: { name: 'Momo', kind: 'book', creators: [{ role: 'author', name: 'Michael Ende' }] },
      rating: rated(4.5, 5, '4,5/5'),
      experienced: [{ date: '2024-03-02' }],
    },
  },
  {
    name: 'a concert, plain text above',
    source: `Event: Low at the Barrowland
Venue: Barrowland
Reviewed by: Ada Quill
Stars: ★★★★☆

Loud, then not.
`,
    expected: {
      item: { name: 'Low at the Barrowland', kind: 'event' },
      author: [{ name: 'Ada Quill' }],
      rating: rated(4, 5, '★★★★☆'),
      experienced: [{ venue: 'Barrowland' }],
    },
    sections: ['Introduction: null'],
  },
  {
    name: 'YAML with sections as a map',
    path: 'review.yaml',
    source: `film: Heat
rating: 4.5/5
sections:
  intro: Text.
  strengths: [the diner, the bank]
  what_didnt_work: |
    The runtime.
`,
    expected: {
      item: { name: 'Heat', kind: 'film' },
      rating: rated(4.5, 5, '4.5/5'),
    },
    sections: ['Introduction: null', 'Strengths: strengths', 'What didnt work: weaknesses'],
  },
];
