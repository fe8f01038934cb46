import { type RefObject, useLayoutEffect, useRef } from 'react';

/** The newest of something that changes with every rendering, for handlers that stay the same. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
