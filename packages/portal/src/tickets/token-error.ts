/** Refusals of `/token`, as OAuth words them (RFC 6749 §5.2): for a fund's developer, and never about a person. */
export type TokenFault =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  /** OpenID Connect's word for "the person has to come themselves". ONE answer, whatever the reason. */
  | 'interaction_required';

export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly fault: TokenFault;

  /** `message`: said to the fund's developer. */
  constructor(fault: TokenFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
