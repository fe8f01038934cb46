const lengthLimit = 2048;

/** Whether an address may be handed to the system: a web address, of sane length, without credentials in it. */
export function mayOpenExternally(address: string): boolean {
  if (address.length > lengthLimit || !URL.canParse(address)) return false;
  const url = new URL(address);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}

/** The only door to `shell.openExternal`; the effect is passed in, so the rule is tested without Electron. */
export async function openExternalSafely(
  address: string,
  open: (url: string) => Promise<void>,
): Promise<{ opened: boolean }> {
  if (!mayOpenExternally(address)) return { opened: false };
  await open(new URL(address).href);
  return { opened: true };
}
