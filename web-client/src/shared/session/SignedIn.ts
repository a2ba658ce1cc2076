/** What the server answers to sign-up, sign-in and refresh. */
export interface SignedIn {
  user: string;
  username: string;
  session: string;
  accessToken: string;
  expiresInSeconds: number;
}
