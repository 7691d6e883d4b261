import * as z from 'zod/mini';
import { Id } from './formats.ts';
import { Problem } from './problem.ts';

/**
 * How a visible frame asks its page's controller frame, both on the portal's origin: the operations of the
 * client over a `MessagePort` that they made themselves. A port made by the partner's page never carries data,
 * since that page could keep the other end.
 */
export const OPERATIONS = [
  'session',
  'startSignIn',
  'signOut',
  'rights',
  'catalogue',
  'accesses',
  'salaries',
] as const;
export const Operation = z.enum(OPERATIONS);
export type Operation = z.infer<typeof Operation>;

const CallId = z.int().check(z.gte(0));

export const ChannelRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('call'),
    id: CallId,
    operation: Operation,
    /** The operation's argument: a domain for `rights`, a return id for `startSignIn`, a cursor for `accesses`, months for `salaries`. */
    argument: z.optional(z.string().check(z.maxLength(64))),
    /** Asks anew instead of reusing what the controller was told a moment ago ("réessayer"). */
    fresh: z.optional(z.boolean()),
  }),
  z.object({ type: z.literal('abort'), id: CallId }),
]);
export type ChannelRequest = z.infer<typeof ChannelRequest>;

export const ChannelAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: CallId, value: z.unknown() }),
  z.object({ type: z.literal('refusal'), id: CallId, code: z.string(), problem: z.optional(Problem) }),
  /** Somebody signed in or out. Over this port, so that whoever asks again is past whatever the controller forgot. */
  z.object({ type: z.literal('session-changed') }),
]);
export type ChannelAnswer = z.infer<typeof ChannelAnswer>;

/** Visible frame → controller, by `window.postMessage` with the port, both on the portal's origin. */
export const Connect = z.object({ type: z.literal('connect'), partner: Id });
export type Connect = z.infer<typeof Connect>;

/** On `BroadcastChannel(CHANNEL_NAME)`, partitioned with the partner's site: the controller is up; the session changed. */
export const CHANNEL_NAME = 'mds';
export const Broadcast = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('session-changed') }),
]);
export type Broadcast = z.infer<typeof Broadcast>;
