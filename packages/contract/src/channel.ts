import * as z from 'zod/mini';
import { Problem } from './problem.ts';

/**
 * How a visible frame asks its page's controller frame, both on the portal's origin: the operations of the
 * client over a `MessagePort` that they made themselves. A port made by the partner's page never carries data,
 * since that page could keep the other end.
 */
export const OPERATIONS = ['session', 'startSignIn', 'signOut', 'rights', 'catalogue'] as const;
export const Operation = z.enum(OPERATIONS);
export type Operation = z.infer<typeof Operation>;

const CallId = z.int().check(z.gte(0));

export const ChannelRequest = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('call'),
    id: CallId,
    operation: Operation,
    /** The operation's argument: a domain for `rights`, a return id for `startSignIn`. */
    argument: z.optional(z.string().check(z.maxLength(64))),
  }),
  z.object({ type: z.literal('abort'), id: CallId }),
]);
export type ChannelRequest = z.infer<typeof ChannelRequest>;

export const ChannelAnswer = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), id: CallId, value: z.unknown() }),
  z.object({ type: z.literal('refusal'), id: CallId, code: z.string(), problem: z.optional(Problem) }),
]);
export type ChannelAnswer = z.infer<typeof ChannelAnswer>;

/** On `BroadcastChannel(CHANNEL_NAME)`, partitioned with the partner's site: the controller is up; the session changed. */
export const CHANNEL_NAME = 'mds';
export const Broadcast = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('session-changed') }),
]);
export type Broadcast = z.infer<typeof Broadcast>;
