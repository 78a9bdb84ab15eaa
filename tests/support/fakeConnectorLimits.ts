export type Limits = {
  /** @param thread whose it is, where the path does not say: a new post belongs to its channel */
  isTooMuch(method: string, path: string, thread?: string): boolean;
};

/** What Teams allows: per thread and operation in 1, 2, 30 and 3,600 seconds, and 30 requests a second for a tenant. */
export function createLimits(): Limits {
  const seen = new Map<string, number[]>();
  const windows = [1, 2, 30, 3600];
  const allowed = { send: [7, 8, 60, 1800], members: [14, 16, 120, 3600] };

  function isTooMany(key: string, now: number, most: readonly number[]): boolean {
    const times = (seen.get(key) ?? []).filter((time) => now - time < 3_600_000);
    seen.set(key, times);
    return most.some((limit, index) => times.filter((time) => now - time < windows[index]! * 1000).length >= limit);
  }

  return {
    isTooMuch(method, path, of) {
      const now = Date.now();
      const operation = method === 'GET' ? 'members' : 'send';
      const thread = `${operation} ${path.match(/conversations\/([^/;]+)/)?.[1] ?? of ?? 'new'}`;
      if (isTooMany('tenant', now, [30]) || isTooMany(thread, now, allowed[operation])) return true;
      for (const key of ['tenant', thread]) seen.get(key)?.push(now);
      return false;
    },
  };
}
