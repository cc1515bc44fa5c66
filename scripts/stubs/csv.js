// The two parsers of csv-parse in one chunk: the one that takes a stream loads Node's streams, so only when it is asked for.
export { parse } from 'csv-parse/sync';
export const loadStream = () => import('csv-parse');
