/** Of the sources; a built copy is served under its exact version, `/kit/{version}/…`, and reads it there. */
const SOURCES = '0.1.0';

/** The version of the kit that this copy of the elements belongs to. */
export const VERSION = /\/kit\/([^/]+)\//.exec(import.meta.url)?.[1] ?? SOURCES;
