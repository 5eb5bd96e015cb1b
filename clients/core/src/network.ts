import type { Auth } from './auth/auth.ts';
import { Unreachable } from './problem.ts';
import type { HttpRequest, HttpResponse, Platform } from './platform.ts';
import { retrying } from './retry.ts';

export interface Call extends Omit<HttpRequest, 'url'> {
  /** With its query; below the platform's base URL. */
  readonly path: string;
  /** Whether it proves who asks. What is the same for all carries no token, so that a CDN answers everybody alike. */
  readonly authorized: boolean;
}

/** Who is signed in, as far as requests need to know. */
export type Credentials = Pick<Auth, 'token' | 'refused'>;

/** The one way to the API: proves who asks, repeats what may be repeated, and says when the server was not reached. */
export class Network {
  private readonly repeated: (request: HttpRequest) => Promise<HttpResponse>;

  constructor(
    readonly platform: Pick<Platform, 'baseUrl' | 'send'>,
    private readonly credentials: Credentials,
  ) {
    this.repeated = retrying((request) => platform.send(request));
  }

  /** @throws Unreachable unless the call was aborted, which rejects as the platform does */
  async send({ path, authorized, ...call }: Call): Promise<HttpResponse> {
    const token = authorized ? await this.credentials.token() : null;
    const headers = token === null ? call.headers : { ...call.headers, Authorization: `Bearer ${token}` };
    const response = await this.reached({ ...call, headers, url: this.platform.baseUrl + path });
    if (response.status === 401 && token !== null) this.credentials.refused(token);
    return response;
  }

  private async reached(request: HttpRequest): Promise<HttpResponse> {
    try {
      return await this.repeated(request);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new Unreachable('the server was not reached', { cause: error });
    }
  }
}
