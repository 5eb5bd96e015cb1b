export function faultsOf(schemas: Readonly<Record<string, string>>, written: string): Promise<string[]>;
