export const commands: Record<string, { module: string; args: string[]; dev: boolean }>;
export function tooOld(version: string): string | undefined;
