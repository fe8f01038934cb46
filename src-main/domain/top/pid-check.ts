import { at } from './read-json.ts';
import type { TopCall } from './top-call.ts';

/** Whether a PID is right. Changes nothing, and every affiliate app may call it. */
export function pidCheck(pid: string): TopCall<boolean> {
  return {
    method: 'taobao.tbk.tbkinfo.get',
    params: { pid },
    read: (response) => at(response, 'result', 'data') === true,
  };
}
