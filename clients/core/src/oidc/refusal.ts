/** The issuer's answer is not one to what this page asked, or says no. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly reason: SignInFault,
    detail: string,
  ) {
    super(`${reason}: ${detail}`);
  }
}

export type SignInFault =
  /** Nothing was asked in this window, or it was answered before. */
  | 'not-asked'
  | 'other-state'
  | 'other-issuer'
  /** The person, or the issuer, said no. */
  | 'denied'
  /** The issuer does not take the code. */
  | 'code-refused'
  | 'bad-token';
