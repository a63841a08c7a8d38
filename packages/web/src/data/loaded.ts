/**
 * What a query has, without waiting for it: reading `data` itself before there is any would suspend the page around it, which
 * takes the page off the screen and the focus out of whatever somebody is typing into.
 */
export const loaded = <T>(query: { isPending: boolean; data: T | undefined }): T | undefined =>
  query.isPending ? undefined : query.data;
