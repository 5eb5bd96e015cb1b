export const clientId: string;
export const audience: string;

export interface Provider {
  readonly issuer: string;
  /** Method and address of every request. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export function startProvider(options: {
  /** Where the client's pages are. */
  readonly url: string;
  readonly port?: number;
  readonly lifeSeconds?: number;
  readonly refresh?: boolean;
}): Promise<Provider>;
