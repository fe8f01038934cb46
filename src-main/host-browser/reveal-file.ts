import { dirname } from 'node:path';
import { quotedForExplorer, startProgram } from './start-program.ts';

/** The command that opens the system's file manager at a file; Linux has none that also selects it. */
export function revealCommand(path: string, platform: NodeJS.Platform): [string, string[]] {
  if (platform === 'win32') return ['explorer.exe', [`/select,${quotedForExplorer(path)}`]];
  return platform === 'darwin' ? ['open', ['-R', path]] : ['xdg-open', [dirname(path)]];
}

/** Opens the system's file manager at a file. @returns whether something could be started */
export const revealFile = (path: string): Promise<boolean> => startProgram(...revealCommand(path, process.platform));
