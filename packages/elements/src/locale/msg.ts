// The package's own index also brings the runtime that changes languages, which French pages never need: locale.ts
// loads it with the first other language.
export { msg } from '@lit/localize/init/install.js';
export { str } from '@lit/localize/internal/str-tag.js';
