import fs from 'node:fs';
import { systemErrorCode } from '#infra/images/system-error';

/**
 * Removes a file or folder that may also stay: on Windows whatever another program holds open cannot go.
 * @returns whether it is gone
 */
export function tryRemove(path: string): boolean {
  try {
    fs.rmSync(path, { recursive: true, force: true });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === '') throw error;
    return false;
  }
}
