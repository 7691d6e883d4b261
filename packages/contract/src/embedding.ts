import * as z from 'zod/mini';
import { Lang } from './formats.ts';
import { FRAME_FAILURES, PROTOCOL_VERSION, TOKENS, type Token } from './embedding-words.ts';
import { ATTRIBUTES, TAG_NAMES } from './tags.ts';

export { FRAME_FAILURES, PROTOCOL_VERSION, TOKENS, type Token };

/**
 * The embedding protocol: what the shell in a partner's page and the portal's frames say to each other. The
 * partner's page is semi-trusted, so nothing personal, no count and no data-dependent height is ever in it.
 *
 * One `init` is posted to the frame's window with an explicit target origin and transfers a `MessagePort`;
 * everything else goes over that port. Guards of the shell are written by hand (bytes) and a property test
 * proves them equal to these schemas.
 */

export const Theme = z.enum(['light', 'dark', 'auto']);
export type Theme = z.infer<typeof Theme>;

/** A colour in hexadecimal, or a length in px: never CSS text. */
const TokenValue = z.string().check(z.regex(/^(#[0-9a-fA-F]{6}|\d{1,2}px)$/));
const Tokens = z.partialRecord(z.enum(TOKENS), TokenValue);
export type Tokens = Partial<Record<Token, string>>;

const Attributes = z.partialRecord(z.enum(ATTRIBUTES), z.string().check(z.maxLength(64)));

/** 256 bits in base64url: a one-time code, a ticket, or the hash of a verifier (its challenge). */
const Code = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** What a frame is told at first, and again when it changes. */
const Surroundings = { lang: Lang, theme: Theme, tokens: Tokens, attributes: Attributes };

/** Shell → visible frame, once, by `window.postMessage` with the port. */
export const FrameInit = z.object({
  mds: z.literal(PROTOCOL_VERSION),
  type: z.literal('init'),
  tag: z.enum(TAG_NAMES),
  ...Surroundings,
});
export type FrameInit = z.infer<typeof FrameInit>;

/** Shell → hidden controller frame, once. `handover` is the one-time code taken off the address. */
export const ControllerInit = z.object({
  mds: z.literal(PROTOCOL_VERSION),
  type: z.literal('init-controller'),
  lang: Lang,
  handover: z.optional(Code),
  /** The page has a `data-ticket-url`: its fund can be asked who this is. */
  tickets: z.optional(z.boolean()),
  /** As the page says it; the portal knows which there are. */
  returnId: z.optional(z.string()),
});
export type ControllerInit = z.infer<typeof ControllerInit>;

/** Shell → frame, over the port: surroundings that changed; or, to the controller, the host signs its person out. */
export const ShellMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('update'),
    lang: z.optional(Lang),
    theme: z.optional(Theme),
    tokens: z.optional(Tokens),
    attributes: z.optional(Attributes),
  }),
  z.object({ type: z.literal('sign-out') }),
]);
export type ShellMessage = z.infer<typeof ShellMessage>;

/** Frame → shell, over the port. */
export const FrameMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  /** What the frame's `title` should be, in the language that it was told; a word on the widget, none on the person. */
  z.object({ type: z.literal('title'), title: z.string().check(z.maxLength(98)) }),
  z.object({ type: z.literal('resize'), height: z.int().check(z.gte(0), z.lte(10_000), z.multipleOf(8)) }),
  /** The person opened or closed a panel; which one, and what is in it, is not told. */
  z.object({ type: z.literal('toggle'), open: z.boolean() }),
  /**
   * The person says that a line of their salary is wrong, and goes on inside the frame. Which line is not told: its id
   * outlives the visit, and would tell this person from others.
   */
  z.object({ type: z.literal('report-salary') }),
  z.object({ type: z.literal('session'), signedIn: z.boolean() }),
  z.object({ type: z.literal('failed'), code: z.enum(FRAME_FAILURES) }),
  /**
   * Of the controller: nobody is signed in, and the fund may be asked for a ticket that opens for this challenge alone. The
   * fund's answer leads a frame to the portal's `/embed/ticket`: no script of the page ever sees a ticket.
   */
  z.object({ type: z.literal('challenge'), challenge: Code }),
]);
export type FrameMessage = z.infer<typeof FrameMessage>;
