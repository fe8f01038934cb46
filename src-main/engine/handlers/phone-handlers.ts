import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type PhoneMethods = Extract<keyof Handlers, `phone.${string}`>;

/** Sharing a pack with a phone in the local network. */
export function phoneHandlers({ phone }: Engine): Pick<Handlers, PhoneMethods> {
  return {
    'phone.places': () => phone.places(),
    'phone.state': () => phone.state(),
    'phone.start': (wanted) => phone.start(wanted),
    'phone.newCode': () => phone.newCode(),
    'phone.stop': () => phone.stop(),
  };
}
