/** The services whose exports are read, as they are typed. `services/services.ts` has what is known of each; a name alone loads none of it. */
export const serviceNames = [
  'letterboxd',
  'goodreads',
  'storygraph',
  'imdb',
  'trakt',
  'google-maps',
  'web',
] as const;

export type ServiceName = (typeof serviceNames)[number];
