import { useEffect, useState } from 'react';
import type { PhoneState } from '#contract/phone';
import { useServices } from '../../state/services.tsx';

/** What is being shared with a phone now; null until it is known. Follows every change. */
export function usePhoneState(): PhoneState | null {
  const { transport } = useServices();
  const [state, setState] = useState<PhoneState | null>(null);
  useEffect(() => {
    let newer = false;
    const stop = transport.listen('phone.changed', (next) => {
      newer = true;
      setState(next);
    });
    transport.call('phone.state', {}).then(
      (now) => newer || setState(now),
      () => newer || setState({ share: null, ended: null }),
    );
    return stop;
  }, [transport]);
  return state;
}
