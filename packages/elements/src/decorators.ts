import type { PropertyDeclaration, ReactiveElement } from 'lit';

type Decorator = (prototype: ReactiveElement, name: string) => void;

// Lit's own decorators carry the standard form too, 300 bytes that legacy decorators never run.

/** An attribute or a property of an element (see `property` of lit/decorators.js). */
export const property =
  (options?: PropertyDeclaration): Decorator =>
  (prototype, name) =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);

/** What an element draws itself again for, and nobody else sets. */
export const state = (): Decorator => property({ state: true, attribute: false });
