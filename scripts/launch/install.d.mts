type Entry = {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
};

export function missingPackages(input: {
  wanted: Record<string, Entry>;
  present: Record<string, Entry>;
  dev: boolean;
  optionalToo: boolean;
  onDisk: (path: string) => boolean;
  platform?: { platform: string; arch: string };
}): string[];

export function install(root: string, options: { dev: boolean }): Promise<number>;

export function missingFrom(root: string, options: { dev: boolean }): string[];
