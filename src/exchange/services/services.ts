import type { Service } from '../service.ts';
import type { ServiceName } from '../service-names.ts';
import { letterboxd } from './letterboxd.ts';

/** Every service whose exports are read: one line each. */
export const services: readonly (Service & { readonly name: ServiceName })[] = [letterboxd];
