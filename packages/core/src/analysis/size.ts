const GIB = 1024;

/** Most memory that goes with so many processors, and least, in whole GiB. */
const SIZES = [
  { vcpus: 1, least: 2 * GIB, most: 8 * GIB },
  { vcpus: 2, least: 4 * GIB, most: 16 * GIB },
];

/** The smallest size of Fargate that is enough. */
export function sizeOf({ cpus, memoryMiB }: { cpus: number; memoryMiB: number }): { vcpus: string; memoryMiB: string } {
  const fitting = SIZES.find(({ vcpus, most }) => vcpus >= cpus && most >= memoryMiB);
  if (!fitting) throw new Error(`No job has ${cpus} processors and ${memoryMiB} MiB`);
  const memory = Math.max(fitting.least, Math.ceil(memoryMiB / GIB) * GIB);
  return { vcpus: `${fitting.vcpus}`, memoryMiB: `${memory}` };
}
