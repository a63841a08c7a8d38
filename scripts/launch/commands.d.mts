export const commands: Record<string, { module: string; args: string[]; dev: boolean; bare?: boolean }>;
export function tooOld(version: string): string | undefined;
