import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Finding } from '#domain/compliance/finding';
import { FalseAlarmDialog } from './false-alarm-dialog.tsx';

/** A finding someone takes for a false alarm, in the text it was found in. */
export interface DoubtedFinding {
  text: string;
  surface: string | null;
  finding: Finding;
}

interface FalseAlarm {
  /** Opens the dialog for a finding. */
  doubt(text: string, finding: Finding): void;
  /** To be rendered where it outlives the explanation it was opened from. */
  dialog: ReactNode;
}

/** Lets the user allow a wording that was found by mistake. */
export function useFalseAlarm(surface: string | null): FalseAlarm {
  const [doubted, setDoubted] = useState<DoubtedFinding | null>(null);
  const doubt = useCallback((text: string, finding: Finding) => setDoubted({ text, surface, finding }), [surface]);
  const close = useCallback(() => setDoubted(null), []);
  return useMemo(
    () => ({
      doubt,
      dialog: doubted === null ? null : <FalseAlarmDialog doubted={doubted} onClose={close} />,
    }),
    [doubt, doubted, close],
  );
}
