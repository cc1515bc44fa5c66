import type { Service } from '../service.ts';
import type { ServiceName } from '../service-names.ts';
import { goodreads } from './goodreads.ts';
import { googleMaps } from './google-maps.ts';
import { imdb } from './imdb.ts';
import { letterboxd } from './letterboxd.ts';
import { storygraph } from './storygraph.ts';
import { trakt } from './trakt.ts';
import { web } from './web.ts';

/** Every service whose exports are read: one line each. */
export const services: readonly (Service & { readonly name: ServiceName })[] = [
  letterboxd,
  goodreads,
  storygraph,
  imdb,
  trakt,
  googleMaps,
  web,
];
