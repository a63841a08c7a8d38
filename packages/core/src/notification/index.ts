export { deliver } from "./deliver.ts";
export { sweep } from "./digest.ts";
export * as Notification from "./index.ts";
export { Mark, mark } from "./mark.ts";
export type { MailMode } from "./notification.table.ts";
export { type Notice, notify } from "./notify.ts";
export { Choose, choose, Preference, preferences } from "./preference.ts";
export { countUnread, Info, list, Query } from "./read.ts";
