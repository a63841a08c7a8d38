import { createSignal } from "solid-js";

const [isLive, setLive] = createSignal(false);
/** Entities that the open socket follows, as the server confirmed. */
const followed = new Set<string>();

export { isLive, setLive };

export const isFollowed = (entity: string): boolean => isLive() && followed.has(entity);
export function noteFollowed(entities: string[]): void {
  for (const id of entities) followed.add(id);
}
export function noteLeft(entities: string[]): void {
  for (const id of entities) followed.delete(id);
}
export function noteClosed(): void {
  followed.clear();
  setLive(false);
}
