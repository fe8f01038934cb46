/** Whether a method is for hosts only (`internalInputs`): no page may call it. */
export function isInternalMethod(method: string): boolean {
  return method.startsWith('internal.');
}
