export interface PidParts {
  memberId: string;
  siteId: string;
  adzoneId: string;
}

/** `mm_<member>_<site>_<adzone>` in its parts; null when it is no PID. */
export function pidParts(pid: string): PidParts | null {
  const [, memberId, siteId, adzoneId] = /^mm_(\d{1,12})_(\d{1,12})_(\d{1,14})$/.exec(pid) ?? [];
  return memberId === undefined || siteId === undefined || adzoneId === undefined
    ? null
    : { memberId, siteId, adzoneId };
}
